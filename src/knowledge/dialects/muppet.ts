import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import type { ExternValue, Value } from '../../engine/flow/values.ts'
import { readDefinition } from './read-definition.ts'

const ROUTES = 'Any.Member[get,post,put,patch,delete,all]'

/**
 * `muppet` 0.2.2: routes of a Hono application that carry `describeTool({ name })` or `describePrompt({ name })`. What
 * `mValidator('json', schema)` let through is read with `c.req.valid('json')`; `c.req.json()` gives what the client sent.
 */
export const muppet: Dialect = {
  name: 'muppet',
  modules: ['muppet'],
  hosts: ['hono', 'hono/tiny', 'hono/quick'],
  registrars: [
    { path: 'Member[describeTool,describePrompt]', read: () => undefined },
    { path: ROUTES, isFollowUp: true, read: readRoute },
  ],
  calls: [{ path: ROUTES, returns: (call) => (isRoute(call) ? call.receiver : undefined) }],
}

function readRoute(call: CallView): RegistrationDraft | undefined {
  const described = middleware(call, /^describe(?:Tool|Prompt)\(\)$/u)
  const handler = call.args.at(-1)
  if (!described || !handler || !call.isFunction(handler)) return undefined
  const texts = described.args?.[0] ?? call.constantOf(undefined)
  return readDefinition(call, {
    kind: described.path === 'describePrompt()' ? 'prompt' : 'tool', texts, handler, place: handler,
    name: call.keys(texts)?.includes('name') ? call.property(texts, 'name') : call.arg(0),
    schemaValue: middleware(call, /^mValidator\(\)$/u)?.args?.[1],
    parameters: (input) => [{
      fields: { req: { fields: { valid: { returns: input }, json: { returns: { source: 'tool-argument', name: '' } } } } },
    }],
  })
}

function isRoute(call: CallView): boolean {
  return middleware(call, /^describe(?:Tool|Prompt)\(\)$/u) !== undefined
}

function middleware(call: CallView, path: RegExp): ExternValue | undefined {
  const is = (value: Value): value is ExternValue => value.op === 'extern' && value.module === 'muppet' && path.test(value.path)
  return call.args.find(is)
}
