import type { CallView, HandlerDraft, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { requestContext } from './request-context.ts'
import { isHandler, isName } from './sdk-handler.ts'

const VARIABLES: HandlerParameter = { source: 'resource-uri', name: '' }
const TYPED_SO_FAR: HandlerParameter = { source: 'resource-uri', name: 'value' }
const TYPED_BEFORE: HandlerParameter = { fields: { arguments: { source: 'resource-uri', name: 'arguments' } } }

/**
 * `registerResource(name, uri, config, handler)`, from the argument `offset` on. A fixed URI is what was registered; a
 * template's variables are neither validated nor decoded.
 */
export function readResource(call: CallView, offset: number): RegistrationDraft | undefined {
  const [name, uri] = [call.arg(offset), call.arg(offset + 1)]
  const handler = call.args.at(-1)
  if (call.args.length < offset + 3 || !handler || !isName(call, name) || !isHandler(call, handler)) return undefined
  return draftResource(call, name, uri, handler)
}

/** A resource under a fixed URI, or under a template with the handlers that this brings. */
export function draftResource(call: CallView, name: Value, uri: Value, handler: Value): RegistrationDraft {
  const isTemplate = uri.op === 'extern' ? uri.path.includes('ResourceTemplate') : uri.op !== 'constant' && uri.op !== 'text'
  if (!isTemplate) {
    return { kind: 'resource', name, schemaState: 'none', handlers: [{ handler, parameters: ['clean', requestContext(call)] }] }
  }
  const parameters: HandlerDraft['parameters'] = [{ source: 'resource-uri', name: 'uri' }, VARIABLES, requestContext(call)]
  return { kind: 'resource-template', name, schemaState: 'none', handlers: [{ handler, parameters }, ...templateHandlers(call, uri)] }
}

/** The callbacks of `new ResourceTemplate(pattern, { list, complete })`: what is to be completed is not validated either. */
function templateHandlers(call: CallView, template: Value): readonly HandlerDraft[] {
  const options = template.op === 'extern' ? template.args?.[1] : undefined
  if (!options) return []
  const list = call.property(options, 'list')
  const complete = call.property(options, 'complete')
  const completions = (call.keys(complete) ?? []).map((key) => call.property(complete, key))
  return [
    ...(call.isFunction(list) ? [{ handler: list, parameters: [requestContext(call)] }] : []),
    ...completions.filter((item) => call.isFunction(item)).map((handler) => ({ handler, parameters: [TYPED_SO_FAR, TYPED_BEFORE] })),
  ]
}
