import type { CallView, HandlerDraft, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { onlyContext, requestContext } from './request-context.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'
import type { SchemaArgument } from './sdk-schema-argument.ts'

/** What a registration says of itself beside its name, schema and handlers. */
export type DraftTexts = Pick<RegistrationDraft, 'description' | 'annotations' | 'schemaValue'>

/**
 * A tool or a prompt whose handlers get the parsed arguments and the context, or the context alone where there is no
 * schema: what they read there as arguments is a fault.
 */
export function draftHandlers(
  call: CallView, kind: 'tool' | 'prompt', name: Value, schema: SchemaArgument, handlers: readonly Value[], texts: DraftTexts,
): RegistrationDraft {
  const parameters: HandlerDraft['parameters'] = schema.form === 'none'
    ? [onlyContext(call)] : [parsedParameter(kind, schema), requestContext(call)]
  return {
    kind, name, ...(call.receiver ? { server: call.receiver } : {}), handlers: handlers.map((handler) => ({ handler, parameters })),
    schemaState: schema.form === 'schema' ? 'enforced' : schema.form,
    ...(schema.form === 'schema' ? { schema: schema.schema } : {}), ...texts,
  }
}

/** Arguments as a schema lets them through. */
function parsedParameter(kind: 'tool' | 'prompt', schema: SchemaArgument): HandlerParameter {
  const source = kind === 'tool' ? 'tool-argument' : 'prompt-argument'
  return { source, name: '', schema: schema.form === 'schema' ? schema.schema : { clears: 0, open: true, unknown: true } }
}

/** The schema that a configuration object holds under a name. */
export function configSchema(call: CallView, config: Value, name: string): SchemaArgument {
  return config.op === 'unknown' ? { form: 'unknown' } : readSchemaArgument(call, call.property(config, name))
}

export function isName(call: CallView, value: Value): boolean {
  const constant = call.constant(value)
  return constant ? typeof constant.value === 'string' : value.op !== 'object' && value.op !== 'closure'
}

export function isHandler(call: CallView, value: Value): boolean {
  return call.isFunction(value) || ((value.op === 'unknown' || value.op === 'extern' || value.op === 'choice') && !call.constant(value))
}
