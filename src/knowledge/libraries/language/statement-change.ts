import type { CallView, Change } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

const VERBS: ReadonlyMap<string, Change> = new Map([
  ['insert', 'writes'], ['replace', 'writes'], ['merge', 'writes'], ['update', 'writes'], ['alter', 'writes'], ['create', 'writes'],
  ['grant', 'writes'], ['revoke', 'writes'], ['delete', 'deletes'], ['drop', 'deletes'], ['truncate', 'deletes'],
])

/** What makes sure that something is there, or is gone when the connection is. */
const HARMLESS = /^create\s(?:\s*temp(?:orary)?\b|[^(]*\bif\s+not\s+exists\b)/iu

/** What a statement of SQL changes, as far as its constant beginning tells; holes may be written as anything. */
export function statementChange(text: string): Change | undefined {
  const body = text.replace(/^(?:[\s(;]|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/u, '')
  const verb = /^[a-z]+(?=\s)/iu.exec(body)?.[0].toLowerCase() ?? ''
  return HARMLESS.test(body) ? undefined : VERBS.get(verb)
}

/** What the statement in a value changes; a statement that the client chooses is not judged. */
export function queryChange(call: CallView, query: Value): Change | undefined {
  for (const way of call.alternatives(query)) {
    const text = call.parts(way).map((part) => call.constant(part)?.value ?? ' ? ').join('')
    const change = statementChange(text)
    if (change) return change
  }
  return undefined
}
