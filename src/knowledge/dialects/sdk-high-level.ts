import type { CallView, RegistrarRow, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import { readShape } from '../libraries/npm/zod.ts'
import { configSchema, draftHandlers, isHandler, isName } from './sdk-handler.ts'
import { readHandleUpdate } from './sdk-handle.ts'
import { readResource } from './sdk-resource.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'
import type { SchemaArgument } from './sdk-schema-argument.ts'

const SERVER = 'Member[McpServer].Instance'
const INLINED = ['connect', 'setToolRequestHandlers'] as const

/** Registrations of the SDK's `McpServer`, the same in v1 and v2 where both have them. */
export const highLevelRegistrars: readonly RegistrarRow[] = [
  { path: `${SERVER}.Member[registerTool]`, byName: true, inlinedWith: INLINED, read: (call) => readRegisterTool(call, 0) },
  { path: `${SERVER}.Member[registerPrompt]`, byName: true, inlinedWith: INLINED, read: readRegisterPrompt },
  { path: `${SERVER}.Member[registerResource]`, byName: true, inlinedWith: INLINED, read: (call) => readResource(call, 0) },
  {
    path: `${SERVER}.Member[registerTool,registerPrompt,registerResource].ReturnValue.Member[update]`,
    isFollowUp: true, read: readHandleUpdate,
  },
]

/** The positional forms, deprecated in late v1 and gone from v2; tasks came in 1.24 and are gone from v2 too. */
export const positionalRegistrars: readonly RegistrarRow[] = [
  { path: `${SERVER}.Member[tool]`, byName: looksLikeServer, inlinedWith: INLINED, read: readTool },
  { path: `${SERVER}.Member[prompt]`, byName: looksLikeServer, inlinedWith: INLINED, read: readPrompt },
  { path: `${SERVER}.Member[resource]`, byName: looksLikeServer, inlinedWith: INLINED, read: (call) => readResource(call, 0) },
  { path: `${SERVER}.Member[tool,prompt,resource].ReturnValue.Member[update]`, isFollowUp: true, read: readHandleUpdate },
  { path: `${SERVER}.Member[experimental].Member[tasks].Member[registerToolTask]`, byName: true, read: readTaskTool },
]

/** `tool`, `prompt` and `resource` are words of many libraries: the name must be a server's, or a schema must be there. */
function looksLikeServer(call: CallView): boolean {
  return /(?:server|mcp)\w*\.\w+$/iu.test(call.callee)
    || call.args.some((item) => call.schema(item) !== undefined || (readShape(item, call)?.fields?.size ?? 0) > 0)
}

/**
 * A string in second place is the description. The next object is a shape when it is empty or something in it may be a
 * schema, and annotations otherwise (SDK 1.32, `isZodRawShape`); a whole `z.object(…)` is annotations as well, and up
 * to 1.27 nothing says so.
 */
function readTool(call: CallView): RegistrationDraft | undefined {
  const { args } = call
  const handler = args.at(-1)
  if (args.length < 2 || !handler || !isName(call, call.arg(0)) || !isHandler(call, handler)) return undefined
  const middle = args.slice(1, -1)
  const description = middle[0] && isDescription(call, middle[0], middle[1]) ? middle[0] : undefined
  const [first, second] = description ? middle.slice(1) : middle
  const hasShape = first !== undefined && isShape(call, first)
  const schema: SchemaArgument = hasShape ? readSchemaArgument(call, first) : { form: 'none' }
  const annotations = hasShape ? second : first
  return draftHandlers(call, 'tool', call.arg(0), schema, [handler], {
    ...(description ? { description } : {}), ...(annotations ? { annotations } : {}), ...(first ? { schemaValue: first } : {}),
  })
}

function isDescription(call: CallView, first: Value, second: Value | undefined): boolean {
  if (call.constant(first) || first.op === 'text' || first.op === 'derived') return true
  if (call.keys(first) !== undefined || call.schema(first)) return false
  return second !== undefined && (call.schema(second) !== undefined || isShape(call, second))
}

function isShape(call: CallView, value: Value): boolean {
  if (call.constant(value)) return false
  // On the SDK's own server it is known what comes of a whole schema; a wrapper may well take one.
  if (call.receiver?.op === 'extern' && call.schema(value)) return false
  return call.keys(value) === undefined || readShape(value, call) !== undefined
}

/** `registerTool(name, config, handler)`, from the argument `offset` on. */
export function readRegisterTool(call: CallView, offset: number): RegistrationDraft | undefined {
  const [name, config, handler] = [call.arg(offset), call.arg(offset + 1), call.arg(offset + 2)]
  if (call.args.length < offset + 3 || call.isFunction(config) || !isHandler(call, handler)) return undefined
  return draftHandlers(call, 'tool', name, configSchema(call, config, 'inputSchema'), [handler], {
    description: call.property(config, 'description'), annotations: call.property(config, 'annotations'),
    schemaValue: call.property(config, 'inputSchema'),
  })
}

/** Each of a task's members is a handler and gets the arguments: https://modelcontextprotocol.io/specification/2025-11-25 */
function readTaskTool(call: CallView): RegistrationDraft | undefined {
  const [name, config, task] = [call.arg(0), call.arg(1), call.arg(2)]
  const handlers = ['createTask', 'getTask', 'getTaskResult'].map((key) => call.property(task, key)).filter((item) => call.isFunction(item))
  if (handlers.length === 0) return undefined
  return draftHandlers(call, 'tool', name, configSchema(call, config, 'inputSchema'), handlers, {
    description: call.property(config, 'description'), annotations: call.property(config, 'annotations'),
  })
}

function readPrompt(call: CallView): RegistrationDraft | undefined {
  const { args } = call
  const handler = args.at(-1)
  if (args.length < 2 || !handler || !isName(call, call.arg(0)) || !isHandler(call, handler)) return undefined
  const middle = args.slice(1, -1)
  const description = middle[0] && isDescription(call, middle[0], middle[1]) ? middle[0] : undefined
  const shape = description ? middle[1] : middle[0]
  const schema: SchemaArgument = shape ? readSchemaArgument(call, shape) : { form: 'none' }
  return draftHandlers(call, 'prompt', call.arg(0), schema, [handler], description ? { description } : {})
}

function readRegisterPrompt(call: CallView): RegistrationDraft | undefined {
  const [name, config, handler] = [call.arg(0), call.arg(1), call.arg(2)]
  if (call.args.length < 3 || !isHandler(call, handler)) return undefined
  return draftHandlers(call, 'prompt', name, configSchema(call, config, 'argsSchema'), [handler], {
    description: call.property(config, 'description'),
  })
}
