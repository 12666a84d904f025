import type { CallRow } from '../../../engine/rows.ts'
import { requestChange } from './request-change.ts'
import { requestUses } from './request-uses.ts'

/** A function with the interface of `fetch`: https://fetch.spec.whatwg.org/#fetch-method */
export function fetchRow(path: string, load: string, name: string): CallRow {
  return {
    path,
    sinks: (call) => requestUses(call, { url: call.arg(0), options: call.arg(1), follows: true }),
    change: (call) => requestChange(call, call.arg(1)),
    examples: [
      { code: `${load} await ${name}(INPUT)`, kind: 'redirected-url' },
      { code: `${load} await ${name}(INPUT, { redirect: 'manual' })`, kind: 'url' },
      { code: `${load} await ${name}(\`https://api.example.com/?q=\${INPUT}\`)`, kind: 'none' },
    ],
  }
}
