import type { CallView, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { readShape } from '../libraries/npm/zod.ts'
import { draftHandlers } from './sdk-handler.ts'
import { draftResource } from './sdk-resource.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'
import type { SchemaArgument } from './sdk-schema-argument.ts'

/** `handle.update({ callback, … })` on what a registration returned: another handler under the same name. */
export function readHandleUpdate(call: CallView): RegistrationDraft | undefined {
  const { receiver } = call
  const config = call.arg(0)
  const handler = call.property(config, 'callback')
  if (receiver?.op !== 'extern' || !receiver.args || !call.isFunction(handler)) return undefined
  const renamed = call.property(config, 'name')
  const name = isMissing(call, renamed) ? receiver.args[0] : renamed
  const method = /(?<kind>tool|prompt|resource)\(\)$/iu.exec(receiver.path)?.groups?.['kind']?.toLowerCase()
  if (!name || method === undefined) return undefined
  if (method === 'resource') {
    const uris = [call.property(config, 'template'), call.property(config, 'uri'), receiver.args[1]]
    const template = uris.find((item) => item && !isMissing(call, item))
    return template && draftResource(call, name, template, handler)
  }
  const own = call.property(config, method === 'tool' ? 'paramsSchema' : 'argsSchema')
  const schema = call.constant(own) ? registeredSchema(call, receiver.args) : readSchemaArgument(call, own)
  const kind = method === 'tool' ? 'tool' : 'prompt'
  return draftHandlers(call, kind, name, schema, [handler], { description: call.property(config, 'description') })
}

/** The schema that stays in force: that of the registration. */
function registeredSchema(call: CallView, args: readonly Value[]): SchemaArgument {
  const configs = args.slice(1, -1).flatMap((item) => [call.property(item, 'inputSchema'), call.property(item, 'argsSchema'), item])
  const schema = configs.find((item) => item.op !== 'unknown' && !call.constant(item) && (call.schema(item) ?? readShape(item, call)))
  return schema ? readSchemaArgument(call, schema) : { form: 'none' }
}

function isMissing(call: CallView, value: Value): boolean {
  const constant = call.constant(value)
  return constant !== undefined && constant.value === undefined
}
