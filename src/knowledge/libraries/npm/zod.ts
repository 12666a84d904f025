import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Library, MethodRow, SchemaReader } from '../../../engine/rows.ts'
import { ANYTHING, UNREAD } from './zod-nodes.ts'
import { ZOD_MODULES, ZodReading } from './zod-reading.ts'

/** Schemas of zod 3 and 4, with methods or (zod/mini) with functions. */
export const zodSchemas: SchemaReader = {
  modules: ZOD_MODULES,
  read: (value, view) => ZodReading.of(value, view),
}

/**
 * What an object of schemas enforces, as `z.object` takes it and as the SDK's `tool` and `registerTool` do; `undefined`
 * for anything else, an object without a schema in it included.
 */
export function readShape(value: Value, view: CallView): SchemaNode | undefined {
  return ZodReading.ofShape(value, view)
}

/** The functions of version 4 that take the schema first: https://zod.dev/packages/mini#parsing. */
export const zod: Library = {
  modules: ZOD_MODULES,
  calls: ['', 'Member[z].'].flatMap((namespace) => [
    {
      path: `${namespace}Member[parse,parseAsync,decode,decodeAsync]`,
      returns: (call: CallView) => call.parsed(call.arg(1), call.schema(call.arg(0)) ?? UNREAD),
    },
    {
      path: `${namespace}Member[safeParse,safeParseAsync,safeDecode,safeDecodeAsync]`,
      returns: (call: CallView) => parseResult(call, call.arg(1), call.schema(call.arg(0)) ?? UNREAD),
    },
  ]),
}

/** How schemas that are exported for others are called. */
const SCHEMA_NAME = /(?:Schema|Args|Input|Params|Request)$/u

/** Parsing, on a schema of any library that is read here, and on what can only be one. */
export const schemaMethods: readonly MethodRow[] = [
  {
    names: ['parse', 'parseAsync', 'decode', 'decodeAsync'], on: 'any',
    returns: (call, name) => {
      const schema = resolveSchema(call, name)
      return schema && call.parsed(call.arg(0), schema)
    },
  },
  {
    names: ['safeParse', 'safeParseAsync', 'spa', 'safeDecode', 'safeDecodeAsync'], on: 'any',
    returns: (call, name) => {
      const schema = resolveSchema(call, name)
      return schema && parseResult(call, call.arg(0), schema)
    },
  },
]

/** The schema that a parsing method was called on: one that can be read, or one that another file or package made. */
function resolveSchema(call: CallView, name: string): SchemaNode | undefined {
  const { receiver } = call
  if (!receiver) return undefined
  const schema = call.schema(receiver)
  if (schema) return schema
  if (!/parse/iu.test(name) || !call.comesFromSource(call.arg(0))) return undefined
  if (receiver.op === 'unknown') return UNREAD
  if (receiver.op !== 'extern' || !SCHEMA_NAME.test(receiver.path)) return undefined
  // The protocol's own schemas leave the arguments of a request as they are.
  return receiver.module.startsWith('@modelcontextprotocol/') ? ANYTHING : UNREAD
}

function parseResult(call: CallView, input: Value, schema: SchemaNode): Value {
  return call.object({
    success: call.unknown('boolean'), data: call.parsed(input, schema), error: call.unknown('error'),
  })
}
