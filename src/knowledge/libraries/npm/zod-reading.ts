import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { ExternValue, ObjectValue, Value } from '../../../engine/flow/values.ts'
import type { CallView } from '../../../engine/rows.ts'
import { formatText, patternClears, resolveFormat } from './zod-formats.ts'
import { methodNode } from './zod-methods.ts'
import { ANY, anyOf, ANYTHING, bothOf, HARMLESS, listNode, objectNode, TEXT, UNREAD } from './zod-nodes.ts'
import { refinedNode, resolveHidden, transformedNode } from './zod-probe.ts'

export const ZOD_MODULES = [
  'zod', 'zod/v3', 'zod/v4', 'zod/v4/classic', 'zod/mini', 'zod/v4/mini', 'zod/v4-mini', 'zod/v4/core',
] as const

const MODULES: ReadonlySet<string> = new Set(ZOD_MODULES)
/** Frameworks that export zod's `z` as their own. */
const WITH_Z: ReadonlySet<string> = new Set(['genkit', 'genkit/beta', '@cyanheads/mcp-ts-core', 'astro/zod', '@hono/zod-openapi'])
/** Functions that one reading calls to get at a schema: `lazy(() => makeNode())` may go on for ever. */
const MAX_CALLS = 40

const HARMLESS_TYPES: ReadonlySet<string> = new Set([
  'number', 'int', 'int32', 'uint32', 'int64', 'uint64', 'float32', 'float64', 'bigint', 'boolean', 'stringbool',
  'date', 'null', 'undefined', 'void', 'nan', 'symbol', 'never', 'enum', '_enum', 'nativeEnum', 'literal', 'keyof',
  'success', 'onumber', 'oboolean', 'coerce.number', 'coerce.bigint', 'coerce.boolean', 'coerce.date',
])
const TEXT_TYPES: ReadonlySet<string> = new Set([
  'string', 'ostring', 'coerce.string', 'email', 'url', 'httpUrl', 'emoji', 'jwt', 'base64', 'base64url', 'file',
])
const OPEN_TYPES: ReadonlySet<string> = new Set(['json', 'instanceof', 'function'])

type Constructor = (args: readonly Value[], reading: ZodReading) => SchemaNode

const CONSTRUCTORS: Readonly<Record<string, Constructor>> = {
  object: ([shape], reading) => reading.shape(shape),
  strictObject: ([shape], reading) => reading.shape(shape),
  looseObject: ([shape], reading) => ({ ...reading.shape(shape), clears: 0, open: true }),
  array: ([element], reading) => listNode(reading.part(element)),
  set: ([element], reading) => listNode(reading.part(element)),
  tuple: ([items, rest], reading) => listNode(anyOf([
    ...reading.parts(items), ...(rest && reading.read(rest) ? [reading.part(rest)] : []),
  ])),
  record: (args, reading) => reading.record(args),
  partialRecord: (args, reading) => reading.record(args),
  looseRecord: (args, reading) => reading.record(args),
  map: ([key, value], reading) => listNode(anyOf([reading.part(key), reading.part(value)])),
  union: ([options], reading) => anyOf(reading.parts(options)),
  xor: ([options], reading) => anyOf(reading.parts(options)),
  discriminatedUnion: ([, options], reading) => anyOf(reading.parts(options)),
  intersection: ([left, right], reading) => bothOf(reading.part(left), reading.part(right)),
  lazy: ([make], reading) => (make ? reading.made(make) : UNREAD),
  preprocess: ([, schema], reading) => reading.part(schema),
  codec: ([, schema], reading) => reading.part(schema),
  transform: ([make], reading) => (make ? transformedNode(ANYTHING, make, reading.view) : UNREAD),
  custom: ([check], reading) => (check ? refinedNode(ANYTHING, check, reading.view) : ANYTHING),
  stringFormat: ([, pattern]) => (
    pattern?.op === 'regex' ? { clears: patternClears(pattern.source, pattern.flags) } : UNREAD
  ),
  templateLiteral: () => UNREAD,
}

/** One reading of a schema, from the value of the expression that made it. */
export class ZodReading {
  readonly view: CallView
  private readonly active = new Set<Value>()
  private isCut = false
  private calls = 0

  private constructor(view: CallView) {
    this.view = view
  }

  /** Schemas that were read to their end, and those that hold themselves: of these, each reading cuts another part. */
  private static readonly whole = new WeakMap<Value, SchemaNode>()
  private static readonly cut = new WeakMap<Value, SchemaNode>()

  /** What the schema enforces; `undefined` when the value is no schema of zod. */
  static of(value: Value, view: CallView): SchemaNode | undefined {
    const reading = new ZodReading(view)
    return ZodReading.cut.get(value) ?? reading.read(value)
  }

  /** An object of schemas, as `z.object` takes it; `undefined` where no property of it can be a schema. */
  static ofShape(value: Value, view: CallView): SchemaNode | undefined {
    const reading = new ZodReading(view)
    if (shapeOwner(value)) return reading.shape(value)
    if (value.op === 'choice') {
      const nodes = value.alternatives.flatMap((item) => ZodReading.ofShape(item.value, view) ?? [])
      return nodes.length > 0 ? anyOf(nodes) : undefined
    }
    if (!isPlainObject(value)) return undefined
    const properties = (view.keys(value) ?? []).map((name) => view.property(value, name))
    if (properties.some((part) => part.op === 'closure' && !mayBeGetter(part))) return undefined
    const mayBe = (part: Value): boolean => part.op === 'unknown' || part.op === 'extern' || Boolean(reading.read(part))
    return properties.length === 0 || properties.some(mayBe) ? reading.shape(value) : undefined
  }

  read(value: Value): SchemaNode | undefined {
    if (value.op === 'choice') {
      const others = value.alternatives.filter((item) => item.value.op !== 'constant')
      const nodes = others.map((item) => this.read(item.value))
      return nodes.some((node) => node) ? anyOf(nodes.map((node) => node ?? UNREAD)) : undefined
    }
    if (value.op !== 'extern' || !isOfZod(value)) return undefined
    const known = ZodReading.whole.get(value)
    if (known) return known
    if (this.active.has(value)) return this.cutShort()
    this.active.add(value)
    const node = value.args ? this.call(value, value.args) : this.member(value)
    this.active.delete(value)
    if (node) this.remember(value, node)
    return node
  }

  /** A schema that stands in another: what cannot be read is unread, not missing. */
  part(value: Value | undefined): SchemaNode {
    return (value && this.read(value)) ?? UNREAD
  }

  /** The schema that a function gives. */
  made(make: Value): SchemaNode {
    this.calls += 1
    return this.calls > MAX_CALLS ? this.cutShort() : this.part(this.view.call(make, []))
  }

  /** The schemas in a list. */
  parts(list: Value | undefined): readonly SchemaNode[] {
    if (!list) return [UNREAD]
    return (this.view.elements(list) ?? [this.view.element(list)]).map((item) => this.part(item))
  }

  shape(shape: Value | undefined): SchemaNode {
    if (!shape) return objectNode(new Map())
    const owner = shapeOwner(shape)
    if (owner) return this.part(owner)
    if (shape.op === 'choice') return anyOf(shape.alternatives.map((item) => this.shape(item.value)))
    if (!isPlainObject(shape)) return objectNode(new Map(), { open: true, unknown: true })
    const fields = new Map<string, SchemaNode>()
    const hidden = resolveHidden(shape, this.view)
    const spread = hidden ? this.spreadShapes(hidden) : []
    for (const node of spread) for (const [name, own] of node.fields ?? []) fields.set(name, own)
    for (const name of this.view.keys(shape) ?? []) {
      const value = this.view.property(shape, name)
      const node = mayBeGetter(value) ? this.made(value) : this.part(value)
      fields.set(name, shape.at && shape.file ? { ...node, place: { file: shape.file.path, at: shape.at, name } } : node)
    }
    const isUnread = spread.some((node) => node.unknown)
    return objectNode(fields, { open: isUnread, unknown: isUnread })
  }

  record(args: readonly Value[]): SchemaNode {
    const [first, second] = args
    const value = second && this.read(second)
    // Version 3 also takes the values' schema alone.
    return value ? listNode(value, this.part(first)) : listNode(this.part(first), TEXT)
  }

  /** The shapes that were spread into an object, by what each gives for a property that the object does not name. */
  private spreadShapes(hidden: Value): readonly SchemaNode[] {
    return this.view.alternatives(hidden).map((item) => (
      item.op === 'extern' && item.from && shapeOwner(item.from) ? this.shape(item.from) : UNREAD
    ))
  }

  private call(value: ExternValue, args: readonly Value[]): SchemaNode | undefined {
    const callee = value.from
    if (callee?.op !== 'extern') return undefined
    const receiver = callee.from
    if (receiver && /\)|\.new\./u.test(callee.path)) {
      const node = this.read(receiver)
      // The engine reads `default` off a module as the module itself, and so off a schema.
      const isDefault = receiver.op === 'extern' && callee.path === receiver.path
      const name = isDefault ? 'default' : callee.path.slice(callee.path.lastIndexOf('.') + 1)
      return node && methodNode(name, node, args, this)
    }
    const name = callee.path.replace(/^(?:(?:z|default)\.)+/u, '')
    if (HARMLESS_TYPES.has(name)) return HARMLESS
    if (TEXT_TYPES.has(name)) return name.endsWith('string') ? TEXT : { clears: 0, text: formatText(name) }
    if (name === 'any' || name === 'unknown') return ANY
    if (OPEN_TYPES.has(name)) return ANYTHING
    const make = Object.hasOwn(CONSTRUCTORS, name) ? CONSTRUCTORS[name] : undefined
    if (make) return make(args, this)
    // Without options a hash is written in hexadecimal digits.
    const format = resolveFormat(name === 'hash' && args.length === 1 ? 'hex' : name.replace(/^iso\./u, ''))
    if (format !== undefined) return { clears: format, text: formatText(name) }
    // In zod/mini the methods are functions that take the schema first.
    const [first, ...others] = args
    const node = first && this.read(first)
    return node && methodNode(name, node, others, this)
  }

  /** What is read off a schema, and values that are only known to be annotated as one. */
  private member({ path, from }: ExternValue): SchemaNode | undefined {
    if (/(?:^|\.)\$?Zod(?!Error|Issue)\w*\.new$/u.test(path)) return UNREAD
    if (from?.op !== 'extern') return undefined
    const owner = shapeOwner(from)
    if (owner) return this.part(owner).fields?.get(path.slice(from.path.length + 1)) ?? UNREAD
    const name = path.slice(path.lastIndexOf('.') + 1)
    if (name !== 'element' && name !== 'valueType') return undefined
    const node = this.read(from)
    return node && (node.element ?? UNREAD)
  }

  private cutShort(): SchemaNode {
    this.isCut = true
    return UNREAD
  }

  private remember(value: Value, node: SchemaNode): void {
    if (!this.isCut) ZodReading.whole.set(value, node)
    else if (this.active.size === 0) ZodReading.cut.set(value, node)
  }
}

function isOfZod({ module, path }: ExternValue): boolean {
  return MODULES.has(module) || (WITH_Z.has(module) && path.startsWith('z.'))
}

/** The schema whose `.shape` a value is. */
function shapeOwner(value: Value): Value | undefined {
  if (value.op !== 'extern' || value.args || !isOfZod(value)) return undefined
  return /\)(?:\..+)?\.shape$|\.new\.shape$/u.test(value.path) ? value.from : undefined
}

/** A getter is how version 4 writes a schema that holds itself; the engine takes it for a method. */
function mayBeGetter(value: Value): boolean {
  return value.op === 'closure' && value.facts.params.length === 0 && !value.facts.isArrow
}

function isPlainObject(value: Value): value is ObjectValue {
  return value.op === 'object' && value.kind === 'object'
}

