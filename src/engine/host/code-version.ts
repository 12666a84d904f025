import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hashOf } from './hash-of.ts'

const OWN = fileURLToPath(import.meta.url)
/** Where the code lies that makes facts and analyses, and what it knows: in the bundle, beside this; in the sources, above. */
const CODE = fileURLToPath(new URL(/\bcode-version\.[jt]s$/u.test(OWN) ? '../../' : './', import.meta.url))

let version: string | undefined

/** Another for other code. By sizes and times: the version of the package stays the same while it is worked on. */
export function codeVersion(): string {
  version ??= hashOf(readdirSync(CODE, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.[jt]s$/u.test(name)).sort()
    .map((name) => {
      const { mtimeMs, size } = statSync(`${CODE}${name}`)
      return `${name}:${mtimeMs}:${size}`
    })
    .join('\n'))
  return version
}
