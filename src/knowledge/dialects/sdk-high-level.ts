import type { CallView, HandlerDraft, HandlerParameter, RegistrarRow, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import type { SourceKind } from '../kinds.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'
import type { SchemaArgument } from './sdk-schema-argument.ts'

/** The names that annotations have: an object with nothing else in it is no schema (SDK 1.32, `isZodRawShape`). */
const ANNOTATIONS: ReadonlySet<string> = new Set(['title', 'readOnlyHint', 'destructiveHint', 'idempotentHint', 'openWorldHint'])

/** Registrations of the SDK's `McpServer`, the same in v1 and v2 where both have them. */
export const highLevelRegistrars: readonly RegistrarRow[] = [
  { path: 'Member[McpServer].Instance.Member[registerTool]', byName: true, read: readRegisterTool },
  { path: 'Member[McpServer].Instance.Member[registerPrompt]', byName: true, read: readRegisterPrompt },
  { path: 'Member[McpServer].Instance.Member[registerResource]', byName: true, read: readResource },
]

/** The positional forms, deprecated in late v1 and gone from v2. */
export const positionalRegistrars: readonly RegistrarRow[] = [
  { path: 'Member[McpServer].Instance.Member[tool]', byName: true, read: readTool },
  { path: 'Member[McpServer].Instance.Member[prompt]', byName: true, read: readPrompt },
  { path: 'Member[McpServer].Instance.Member[resource]', byName: true, read: readResource },
]

function readTool(call: CallView): RegistrationDraft | undefined {
  const { args } = call
  const handler = args.at(-1)
  if (args.length < 2 || !handler || !isName(call, call.arg(0)) || !isHandler(call, handler)) return undefined
  const middle = args.slice(1, -1)
  const description = middle[0] && typeof call.constant(middle[0])?.value === 'string' ? middle[0] : undefined
  const objects = (description || (middle[0] && !isObject(call, middle[0])) ? middle.slice(1) : middle)
  const [first, second] = objects
  const schemaValue = first && !isAnnotations(call, first) ? first : undefined
  const annotations = second ?? (first && !schemaValue ? first : undefined)
  const schema: SchemaArgument = schemaValue ? readSchemaArgument(call, schemaValue) : { form: 'none' }
  return draft('tool', 'tool-argument', call.arg(0), schema, handler, {
    ...(middle[0] && middle[0] !== first ? { description: middle[0] } : {}), ...(annotations ? { annotations } : {}),
  })
}

function readRegisterTool(call: CallView): RegistrationDraft | undefined {
  const [name, config, handler] = [call.arg(0), call.arg(1), call.arg(2)]
  if (call.args.length < 3 || call.isFunction(config) || !isHandler(call, handler)) return undefined
  return draft('tool', 'tool-argument', name, configSchema(call, config, 'inputSchema'), handler, {
    description: call.property(config, 'description'), annotations: call.property(config, 'annotations'),
  })
}

function readPrompt(call: CallView): RegistrationDraft | undefined {
  const { args } = call
  const handler = args.at(-1)
  if (args.length < 2 || !handler || !isName(call, call.arg(0)) || !isHandler(call, handler)) return undefined
  const middle = args.slice(1, -1)
  const shape = middle.find((item) => isObject(call, item))
  const schema: SchemaArgument = shape ? readSchemaArgument(call, shape) : { form: 'none' }
  const [description] = middle
  return draft('prompt', 'prompt-argument', call.arg(0), schema, handler, description && description !== shape ? { description } : {})
}

function readRegisterPrompt(call: CallView): RegistrationDraft | undefined {
  const [name, config, handler] = [call.arg(0), call.arg(1), call.arg(2)]
  if (call.args.length < 3 || !isHandler(call, handler)) return undefined
  return draft('prompt', 'prompt-argument', name, configSchema(call, config, 'argsSchema'), handler, {
    description: call.property(config, 'description'),
  })
}

/** A fixed URI is what was registered; a template's variables are neither validated nor decoded. */
function readResource(call: CallView): RegistrationDraft | undefined {
  const [name, uri] = [call.arg(0), call.arg(1)]
  const handler = call.args.at(-1)
  if (call.args.length < 3 || !handler || !isName(call, name) || !isHandler(call, handler)) return undefined
  const isTemplate = uri.op === 'extern' ? uri.path.includes('ResourceTemplate') : uri.op !== 'constant' && uri.op !== 'text'
  const variables: HandlerParameter = { source: 'resource-uri', name: '' }
  return {
    kind: isTemplate ? 'resource-template' : 'resource', name, schemaState: 'none',
    handlers: [{ handler, parameters: isTemplate ? [{ source: 'resource-uri', name: 'uri' }, variables, 'clean'] : ['clean', 'clean'] }],
  }
}

function draft(
  kind: RegistrationDraft['kind'], source: SourceKind, name: Value, schema: SchemaArgument, handler: Value,
  texts: { description?: Value; annotations?: Value },
): RegistrationDraft {
  const isOpen = schema.form === 'none'
  const parameter: HandlerParameter = schema.form === 'schema' ? { source, name: '', schema: schema.schema }
    : { source, name: '', ...(schema.form === 'unknown' ? { schema: { clears: 0, open: true, unknown: true } } : {}) }
  // Without a schema the SDK calls the handler with the request context only; what it reads there as arguments is a fault.
  const parameters: HandlerDraft['parameters'] = isOpen
    ? [{ source: 'request-field', name: '', isRawArguments: true }] : [parameter, 'clean']
  return {
    kind, name, handlers: [{ handler, parameters }],
    schemaState: schema.form === 'schema' ? 'enforced' : schema.form,
    ...(schema.form === 'schema' ? { schema: schema.schema } : {}), ...texts,
  }
}

function configSchema(call: CallView, config: Value, name: string): SchemaArgument {
  return config.op === 'unknown' ? { form: 'unknown' } : readSchemaArgument(call, call.property(config, name))
}

function isName(call: CallView, value: Value): boolean {
  const constant = call.constant(value)
  return constant ? typeof constant.value === 'string' : value.op !== 'object' && value.op !== 'closure'
}

function isHandler(call: CallView, value: Value): boolean {
  return call.isFunction(value) || ((value.op === 'unknown' || value.op === 'extern' || value.op === 'choice') && !call.constant(value))
}

function isObject(call: CallView, value: Value): boolean {
  return call.keys(value) !== undefined || value.op === 'extern' || value.op === 'unknown' || value.op === 'choice'
}

function isAnnotations(call: CallView, value: Value): boolean {
  const keys = call.keys(value)
  return keys !== undefined && keys.length > 0 && keys.every((key) => ANNOTATIONS.has(key))
}
