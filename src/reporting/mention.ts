import { basename, relative } from 'node:path'
import type { Finding } from '../engine/findings/finding.ts'
import type { Registration } from '../engine/registrations/registration.ts'

/** Names the value in a message: `ref`, `options.branch`, `files[]`; begins a sentence. */
export function mentionSource({ source, path }: Pick<Finding, 'source' | 'path'>): string {
  const names = [source.name, ...path].filter((name) => name !== '')
  const text = names.reduce((all, name) => (name === '*' ? `${all}[]` : all === '' ? name : `${all}.${name}`), '')
  return text === '' || text.startsWith('[') ? 'An argument' : `\`${text}\``
}

/** `tool git_log (src/index.ts:41)`: what was registered, and where. */
export function mentionRegistration(registration: Registration, tool: string | undefined, cwd: string, filename: string): string {
  const kind = KINDS[registration.kind]
  const name = tool ?? registration.name
  const isHere = registration.file === filename.replaceAll('\\', '/')
  const file = isHere ? basename(filename) : relative(cwd, registration.file).replaceAll('\\', '/')
  return `${kind} ${name ?? 'handler'} (${file}:${registration.line})`
}

/** ` through a, b`, or nothing where the handler itself calls the sink. */
export function mentionRoute(route: readonly string[]): string {
  return route.length === 0 ? '' : ` through ${route.join(', ')}`
}

const KINDS: Readonly<Record<Registration['kind'], string>> = {
  tool: 'tool',
  request: 'tool',
  'tool-listing': 'tool listing',
  prompt: 'prompt',
  resource: 'resource',
  'resource-template': 'resource',
  completion: 'completion',
  call: 'call',
}
