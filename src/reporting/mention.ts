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
  const isHere = registration.file === filename.replaceAll('\\', '/')
  const file = isHere ? basename(filename) : relative(cwd, registration.file).replaceAll('\\', '/')
  return `${mentionHandler(registration, tool)} (${file}:${registration.line})`
}

/** `tool git_log`: what was registered. */
export function mentionHandler(registration: Registration, tool: string | undefined): string {
  return `${KINDS[registration.kind]} ${tool ?? registration.name ?? 'handler'}`
}

/** ` through a, b`, or nothing where the handler itself calls the sink. */
export function mentionRoute(route: readonly string[]): string {
  return route.length === 0 ? '' : ` through ${route.join(', ')}`
}

const KINDS: Readonly<Record<Registration['kind'], string>> = {
  tool: 'tool',
  request: 'tool',
  'tool-listing': 'tool listing',
  listing: 'listing',
  subscription: 'subscription',
  method: 'method',
  notification: 'notification',
  'client-request': 'client request',
  prompt: 'prompt',
  resource: 'resource',
  'resource-template': 'resource',
  completion: 'completion',
  call: 'call',
}
