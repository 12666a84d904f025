import type { Held } from '../../engine/confidential-rows.ts'

/** Headers that whoever calls is known by. Those that guard against forged requests are of no use to anybody else. */
const NAMES = /^(?:(?:proxy-)?authorization|(?:set-)?cookie2?|(?:x-)?api-?key|private-token|x-(?:[a-z\d]+-)*(?:api-?key|token|secret))$/u
const HARMLESS = /csrf|xsrf|page|continuation|verification/u

/** Whether a header of this name, in whatever case, carries a credential. */
export function isCredentialHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return NAMES.test(lower) && !HARMLESS.test(lower)
}

/** What is confidential below the headers of a request: all of them, or one; `path` starts behind the request. */
export function heldInHeaders(path: string): Held | undefined {
  if (path === 'headers' || path === 'rawHeaders') return { kind: 'credential', name: 'the headers of the request' }
  const name = /^headers\.(?<name>[\w-]+)$/u.exec(path)?.groups?.['name']
  return name !== undefined && isCredentialHeader(name) ? { kind: 'credential', name: `the ${name.toLowerCase()} header` } : undefined
}
