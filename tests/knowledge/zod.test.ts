import { parseForESLint } from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/types'
import type { Scope } from 'eslint'
import { describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET } from '../../src/engine/budget.ts'
import { lowerFile } from '../../src/engine/facts/lower-file.ts'
import { kindSet } from '../../src/engine/flow/bits.ts'
import { viewOf } from '../../src/engine/flow/call-view.ts'
import { evaluateModule, exportedValue } from '../../src/engine/flow/evaluate-module.ts'
import { Evaluator } from '../../src/engine/flow/evaluator.ts'
import type { SchemaNode } from '../../src/engine/flow/schema-node.ts'
import type { Value } from '../../src/engine/flow/values.ts'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import type { Registration } from '../../src/engine/registrations/registration.ts'
import type { CallView } from '../../src/engine/rows.ts'
import { patternTest } from '../../src/knowledge/guards/pattern-test.ts'
import { SINK_KINDS } from '../../src/knowledge/kinds.ts'
import type { SinkKind } from '../../src/knowledge/kinds.ts'
import { arrayMethods } from '../../src/knowledge/libraries/language/array-methods.ts'
import { globals } from '../../src/knowledge/libraries/language/globals.ts'
import { textMethods } from '../../src/knowledge/libraries/language/text-methods.ts'
import { path } from '../../src/knowledge/libraries/node/path.ts'
import { readShape, schemaMethods, zod, zodSchemas } from '../../src/knowledge/libraries/npm/zod.ts'

/** Kinds that are cleared with another one, or by constants alone: `metacharacters.test.ts` has them. */
const OTHERS: ReadonlySet<string> = new Set(['redirected-url', 'opened-url', 'url-path', 'raw-query'])
const KINDS = (Object.keys(SINK_KINDS) as SinkKind[]) // Object.keys forgets the keys of a closed object
  .filter((kind) => !OTHERS.has(kind))

const index = new KnowledgeIndex({
  libraries: [globals, path, zod],
  methods: [...arrayMethods, ...textMethods, ...schemaMethods],
  guards: [patternTest],
  dialects: [],
  schemas: [zodSchemas],
})

const registration: Registration = {
  kind: 'tool', dialect: 'test', name: 'run', schemaState: 'none', file: 'server.ts', line: 1, at: [0, 0],
}

interface Module {
  readonly value: (name: string) => Value
  readonly view: CallView
  /** A tool's input that nothing has looked at. */
  readonly input: Value
}

function load(code: string): Module {
  const parsed = parseForESLint(code, { range: true, loc: true, sourceType: 'module' })
  const file = lowerFile(
    { ast: parsed.ast as TSESTree.Program, text: code, scopes: parsed.scopeManager.scopes as unknown as Scope.Scope[] },
    { path: 'server.ts', registrars: new Set(), handlerKeys: new Set(), maxNesting: DEFAULT_BUDGET.maxNesting },
  )
  const machine = new Evaluator({
    index, budget: DEFAULT_BUDGET, files: [], isMcp: true, isPlatform: () => false, resolveImport: () => undefined,
    events: { onSink: () => undefined, onRegistration: () => undefined },
  })
  evaluateModule(machine, file)
  const view = viewOf(machine, undefined, { args: [], rest: [], isNew: false, site: undefined })
  return {
    value: (name) => exportedValue(machine, file, name) ?? machine.unknown,
    view,
    input: machine.table.source({ id: 1, kind: 'tool-argument', registration, name: 'args' }),
  }
}

/** A schema in short: `none`, `all`, or the kinds that it clears; `{…}` fields, `…` where open, `[…]` elements. */
function brief(node: SchemaNode | undefined): string {
  if (!node) return 'no schema'
  const cleared = KINDS.filter((kind) => (node.clears & kindSet([kind])) !== 0)
  const own = cleared.length === 0 ? 'none' : cleared.length === KINDS.length ? 'all' : cleared.join('+')
  const fields = [...node.fields ?? []].map(([name, field]) => `${name}: ${brief(field)}`)
  if (node.fields) return `{ ${[...fields, ...(node.unknown ? ['unread'] : node.open ? ['open'] : [])].join(', ')} }`
  if (node.element) return `${own} [${brief(node.element)}]`
  return node.unknown ? 'unread' : own
}

const BEFORE = `import { z } from 'zod'
  import { IMPORTED, isSafe } from './elsewhere.js'
  import { isName } from '@acme/checks'`

function schemaOf(expression: string, before = BEFORE): string {
  const { value, view } = load(`${before}\nexport const S = ${expression}`)
  return brief(zodSchemas.read(value('S'), view))
}

const NAME = 'shell-text+argument+code+path+query-text+query-filter+url+regex-pattern'
const HEX = `${NAME}+property-key`

describe('a schema of zod', () => {
  it.each<[expression: string, clears: string]>([
    // Strings.
    ['z.string()', 'none'],
    ['z.string().min(1).max(80).trim().toLowerCase().describe("A name")', 'none'],
    ['z.string().email()', 'none'],
    ['z.string().url()', 'none'],
    ['z.string().startsWith("/srv/")', 'argument'],
    ['z.string().startsWith("--")', 'none'],
    ['z.string().startsWith(IMPORTED)', 'none'],
    ['z.url().startsWith("https://api.example.com/")', 'argument+url'],
    ['z.url().startsWith("https://api.example.com")', 'argument'],
    ['z.string().endsWith(".md")', 'none'],
    ['z.string().includes("/")', 'none'],
    ['z.string().emoji()', 'none'],
    ['z.string().jwt()', 'none'],
    ['z.file()', 'none'],
    ['z.string().base64()', 'none'],
    ['z.coerce.string()', 'none'],
    ['z.string().regex(/^[a-z]+$/)', NAME],
    ['z.string().regex(/[a-z]+/)', 'none'],
    ['z.string().regex(/^[a-z]+$/m)', 'none'],
    ['z.string().regex(/^\\w+$/, "A word")', NAME],
    ['z.string().min(1).regex(/^[a-z]+$/).max(20).optional().describe("x")', NAME],
    ['z.string().regex(new RegExp("^[a-z]+$"))', NAME],
    ['z.string().regex(/^(?:asc|desc)$/)', 'all'],
    ['z.string().regex(IMPORTED)', 'unread'],
    ['z.string().regex(/^[^.]+$/).normalize("NFKC")', 'none'],
    // Formats.
    ['z.string().uuid()', 'all'],
    ['z.uuid()', 'all'],
    ['z.uuidv7()', 'all'],
    ['z.string().cuid()', 'argument'],
    ['z.string().cuid2()', NAME],
    ['z.string().nanoid()', 'shell-text+path+query-filter+url+regex-pattern+property-key'],
    ['z.string().ip()', 'shell-text+argument+query-text+query-filter+property-key'],
    ['z.ipv4()', 'shell-text+argument+path+query-text+query-filter+property-key'],
    ['z.string().date()', 'shell-text+argument+path+query-text+query-filter+url+regex-pattern+property-key'],
    ['z.iso.date()', 'shell-text+argument+path+query-text+query-filter+url+regex-pattern+property-key'],
    ['z.iso.datetime({ offset: true })', 'shell-text+argument+query-text+query-filter+property-key'],
    ['z.string().datetime()', 'shell-text+argument+query-text+query-filter+property-key'],
    ['z.hostname()', 'shell-text+path+query-filter'],
    ['z.cidrv4()', 'shell-text+argument+path+query-text+query-filter+property-key'],
    ['z.ipv6()', 'shell-text+argument+query-text+query-filter+property-key'],
    ['z.string().time()', 'shell-text+argument+query-text+query-filter+property-key'],
    ['z.iso.time()', 'shell-text+argument+query-text+query-filter+property-key'],
    ['z.iso.duration()', 'shell-text+path+query-filter+property-key'],
    ['z.hex()', HEX],
    ['z.string().check(z.regex(/^[a-z]+$/))', NAME],
    ['z.string().check(z.startsWith("/"))', 'argument'],
    ['z.templateLiteral(["v", z.number()])', 'unread'],
    ['z.hash("sha256")', HEX],
    ['z.hash("sha256", { enc: "base64" })', 'no schema'],
    ['z.email()', 'none'],
    ['z.httpUrl()', 'none'],
    ['z.stringFormat("slug", /^[a-z]+$/)', NAME],
    // What is no string, or one of a few.
    ['z.number().int().positive()', 'all'],
    ['z.int()', 'all'],
    ['z.boolean().default(false)', 'all'],
    ['z.date()', 'all'],
    ['z.coerce.number().max(10)', 'all'],
    ['z.coerce.date()', 'all'],
    ['z.stringbool()', 'all'],
    ['z.null()', 'all'],
    ['z.literal("all")', 'all'],
    ['z.enum(["asc", "desc"])', 'all'],
    ['z.enum(NAMES).exclude(["a"])', 'all'],
    ['z.nativeEnum(Level).optional()', 'all'],
    ['z.any()', 'none'],
    ['z.unknown()', 'none'],
    // Wrapped.
    ['z.string().optional()', 'none'],
    ['z.string().uuid().nullish()', 'all'],
    ['z.optional(z.uuid())', 'all'],
    ['z.string().default("main")', 'none'],
    ['z.string().default("main").optional()', 'none'],
    ['z.array(z.string()).default([])', 'none [none]'],
    ['z.uuid().default(makeId).describe("x")', 'all'],
    ['z.enum(["a", "b"]).default("a").catch("b")', 'all'],
    ['z.uuid().catch(({ input }) => input)', 'none'],
    ['z.string().brand("Path").readonly()', 'none'],
    ['z.string().openapi({ example: "x" })', 'none'],
    ['z.string().plugin()', 'unread'],
    // Several.
    ['z.union([z.enum(["a"]), z.string()])', 'none'],
    ['z.union([z.number(), z.enum(["all"])])', 'all'],
    ['z.number().or(z.string().regex(/^[a-z]+$/))', NAME],
    ['z.union(OPTIONS)', 'unread'],
    ['z.string().and(z.string().regex(/^[a-z]+$/))', NAME],
    ['z.intersection(z.string(), z.literal("a"))', 'all'],
    ['z.string().regex(/^[a-z]+$/).pipe(z.string().max(9))', NAME],
    ['z.string().pipe(z.coerce.number())', 'all'],
    ['z.string().regex(/^[a-z]+$/).pipe(z.transform((text) => decodeURIComponent(text)))', 'none'],
    ['process.env.STRICT ? z.string() : z.enum(["a"])', 'none'],
    // Lists.
    ['z.array(z.string())', 'none [none]'],
    ['z.enum(["a"]).array().max(3)', 'all [all]'],
    ['z.array(z.array(z.number()))', 'all [all [all]]'],
    ['z.array(IMPORTED)', 'all [unread]'],
    ['z.set(z.uuid())', 'all [all]'],
    ['z.tuple([z.number(), z.string()])', 'none [none]'],
    ['z.tuple([z.number(), z.enum(["a"])])', 'all [all]'],
    ['z.tuple([z.number()]).rest(z.string())', 'none [none]'],
    ['z.record(z.string(), z.number())', 'none [all]'],
    ['z.record(z.enum(["a"]), z.number())', 'all [all]'],
    ['z.record(z.number())', 'none [all]'],
    ['z.map(z.number(), z.string())', 'none [none]'],
    ['z.union([z.string(), z.array(z.enum(["a"]))])', 'none [all]'],
    ['z.array(z.object({ path: z.string() }))', 'none [{ path: none }]'],
    // Not a schema.
    ['z.toJSONSchema(z.string())', 'no schema'],
    ['z.enum(["a"]).options', 'no schema'],
    ['z.string().isOptional()', 'no schema'],
    ['z.string', 'no schema'],
    ['{ path: z.string() }', 'no schema'],
    ['"text"', 'no schema'],
  ])('%s', (expression, clears) => {
    expect(schemaOf(expression)).toBe(clears)
  })
})

describe('an object schema of zod', () => {
  it.each<[expression: string, fields: string]>([
    ['z.object({ path: z.string(), depth: z.number() })', '{ path: none, depth: all }'],
    ['z.object({})', '{  }'],
    ['z.object({ path: z.string() }).strict()', '{ path: none }'],
    ['z.strictObject({ path: z.string() })', '{ path: none }'],
    ['z.object({ path: z.string() }).passthrough()', '{ path: none, open }'],
    ['z.looseObject({ path: z.string() })', '{ path: none, open }'],
    ['z.object({ path: z.string() }).catchall(z.number())', '{ path: none, open }'],
    ['z.object({ path: z.string() }).passthrough().strip()', '{ path: none }'],
    ['z.object({ options: z.object({ mode: z.enum(["r"]) }) })', '{ options: { mode: all } }'],
    ['z.object({ path: IMPORTED, depth: z.number() })', '{ path: unread, depth: all }'],
    ['z.object(IMPORTED)', '{ unread }'],
    ['z.object({ ...IMPORTED, depth: z.number() })', '{ depth: all, unread }'],
    ['z.object({ a: z.string() }).extend({ b: z.number() })', '{ a: none, b: all }'],
    ['z.object({ a: z.string() }).extend({ a: z.uuid() })', '{ a: all }'],
    ['z.object({ a: z.string() }).merge(z.object({ b: z.number() }).passthrough())', '{ a: none, b: all, open }'],
    ['z.object({ a: z.string() }).extend(z.object({ b: z.number() }).shape)', '{ a: none, b: all }'],
    ['z.object({ ...z.object({ a: z.string() }).shape, b: z.number() })', '{ a: none, b: all }'],
    ['z.object({ a: z.string(), b: z.number() }).pick({ a: true })', '{ a: none }'],
    ['z.object({ a: z.string(), b: z.number() }).omit({ a: true })', '{ b: all }'],
    ['z.object({ a: z.string() }).partial().required()', '{ a: none }'],
    ['z.object({ a: z.string() }).keyof()', 'all'],
    ['z.object({ a: z.uuid() }).shape.a', 'all'],
    ['z.object({ a: z.uuid() }).shape.a.optional()', 'all'],
    ['z.array(z.object({ a: z.string() })).element', '{ a: none }'],
    ['z.object({ a: z.string() }).or(z.object({ a: z.enum(["x"]), b: z.number() }))', '{ a: none, b: all }'],
    ['z.union([z.object({ a: z.uuid() }), z.looseObject({})])', '{ a: none, open }'],
    ['z.union([z.object({ a: z.uuid() }), z.string()])', '{ a: all, open }'],
    ['z.object({ a: z.uuid() }).nullable().or(z.null())', '{ a: all }'],
    ['z.discriminatedUnion("t", [z.object({ t: z.literal("a") }), z.object({ t: z.literal("b"), s: z.string() })])',
      '{ t: all, s: none }'],
    ['z.object({ a: z.string() }).and(z.object({ a: z.enum(["x"]), b: z.string() }))', '{ a: all, b: none }'],
  ])('%s', (expression, fields) => {
    expect(schemaOf(expression)).toBe(fields)
  })

  it('clears as a whole what all its parts clear', () => {
    const { value, view } = load(`import { z } from 'zod'
      export const Closed = z.object({ a: z.number(), b: z.array(z.enum(['x'])) })
      export const Loose = z.object({ a: z.number() }).passthrough()`)
    expect(zodSchemas.read(value('Closed'), view)?.clears).toBe(kindSet('all'))
    expect(zodSchemas.read(value('Loose'), view)?.clears).toBe(0)
  })

  it('reads a schema that holds itself down to where it does', () => {
    const { value, view } = load(`import { z } from 'zod'
      export const Tree = z.object({ name: z.uuid(), children: z.array(z.lazy(() => Tree)) })
      export const Node = z.object({ name: z.string(), get next() { return Node.optional() } })
      const make = () => z.object({ next: z.lazy(() => make()) })
      export const Endless = make()`)
    expect(brief(zodSchemas.read(value('Tree'), view))).toBe('{ name: all, children: all [unread] }')
    expect(brief(zodSchemas.read(value('Node'), view))).toBe('{ name: none, next: unread }')
    expect(brief(zodSchemas.read(value('Endless'), view))).toContain('{ next: { next: ')
  })
})

describe('functions in a schema of zod', () => {
  it.each<[expression: string, clears: string]>([
    ['z.string().refine((name) => /^[a-z]+$/.test(name))', NAME],
    ['z.string().refine((name) => name.length < 250, { message: "Too long" })', 'none'],
    ['z.string().refine((name) => { if (!/^[a-z]+$/.test(name)) return false; return true })', NAME],
    ['z.string().refine((name) => name === "a" || name === "b")', 'all'],
    ['z.string().refine(isSafe)', 'unread'],
    ['z.string().refine(isName)', 'unread'],
    ['z.string().refine(Boolean)', 'none'],
    ['z.number().refine(isSafe)', 'all'],
    ['z.string().superRefine((name, context) => context.addIssue({ code: "custom" }))', 'none'],
    ['z.object({ a: z.string(), b: z.string() }).refine((it) => it.a === it.b)', '{ a: none, b: none }'],
    ['z.object({ a: z.string(), b: z.string() }).refine((it) => /^[a-z]+$/.test(it.a))', `{ a: ${NAME}, b: none }`],
    ['z.custom((it) => typeof it === "string" && /^[a-z]+$/.test(it))', NAME],
    ['z.string().transform((text) => text.trim())', 'none'],
    ['z.string().regex(/^[a-z]+$/).transform((text) => text.toUpperCase())', NAME],
    ['z.string().transform(() => 1)', 'all'],
    ['z.string().transform((text) => text.length)', 'all'],
    ['z.string().transform((text) => "/srv/" + text)', 'none'],
    ['z.uuid().transform((id) => `/srv/${id}.json`)', 'all'],
    ['z.object({ a: z.uuid(), b: z.string() }).transform((it) => it.a)', 'all'],
    ['z.object({ a: z.uuid(), b: z.string() }).transform(({ a, b }) => ({ id: a, text: b }))',
      '{ id: all, text: none }'],
    ['z.object({ a: z.string() }).passthrough().transform((it) => it.other)', 'none'],
    ['z.preprocess((it) => String(it), z.enum(["a"]))', 'all'],
    ['z.string().transform((it, context) => { if (!it) { context.addIssue("x"); return z.NEVER } return it })', 'none'],
  ])('%s', (expression, clears) => {
    expect(schemaOf(expression)).toBe(clears)
  })
})

describe('how zod is imported', () => {
  it.each<[before: string, expression: string, clears: string]>([
    ["import * as z from 'zod'", 'z.object({ a: z.uuid() })', '{ a: all }'],
    ["import z from 'zod/v4'", 'z.object({ a: z.uuid() })', '{ a: all }'],
    ["import zod from 'zod/v3'", 'zod.z.string().uuid()', 'all'],
    ["import { object, string } from 'zod'", 'object({ a: string() })', '{ a: none }'],
    ["const zod_1 = require('zod')", 'zod_1.z.object({ a: zod_1.z.number() })', '{ a: all }'],
    ["import * as z from 'zod/mini'", 'z.string().check(z.minLength(1), z.regex(/^[a-z]+$/))', NAME],
    ["import * as z from 'zod/mini'", 'z.optional(z.extend(z.object({ a: z.string() }), { b: z.int() }))',
      '{ a: none, b: all }'],
    ["import { z } from 'zod'; declare const Given: z.ZodString", 'Given', 'unread'],
    ["import { z } from 'zod'; declare const Given: z.ZodString", 'Given.optional()', 'unread'],
    ["import { z } from 'other'", 'z.string()', 'no schema'],
  ])('%s: %s', (before, expression, clears) => {
    expect(schemaOf(expression, before)).toBe(clears)
  })
})

describe('readShape', () => {
  it.each<[expression: string, fields: string]>([
    ['{ path: z.string(), depth: z.number() }', '{ path: none, depth: all }'],
    ['{}', '{  }'],
    ['z.object({ path: z.string() }).shape', '{ path: none }'],
    ['z.object({ path: z.string() }).strict().optional().unwrap().shape', '{ path: none }'],
    ['{ ...z.object({ path: z.string() }).shape, depth: z.int() }', '{ path: none, depth: all }'],
    ['{ path: IMPORTED }', '{ path: unread }'],
    ['{ title: "Read", readOnlyHint: true }', 'no schema'],
    ['{ name: "read", parameters: z.object({}), execute: async (args) => args }', 'no schema'],
    ['{ type: "object", properties: { path: { type: "string" } } }', 'no schema'],
    ['z.object({ path: z.string() })', 'no schema'],
    ['"text"', 'no schema'],
  ])('%s', (expression, fields) => {
    const { value, view } = load(`${BEFORE}\nexport const S = ${expression}`)
    expect(brief(readShape(value('S'), view))).toBe(fields)
  })
})

describe('parsing', () => {
  /** The kinds at which what the body of a handler returns still does harm. */
  function taintOf(body: string): string {
    const { value, view, input } = load(`import { z } from 'zod'
      import * as yaml from 'yaml'
      import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
      import { ReadArgs } from '@acme/schemas'
      import { Imported } from './schemas.js'
      const S = z.object({ path: z.string(), mode: z.enum(['r', 'w']), id: z.string().regex(/^[a-z]+$/).optional() })
      export async function handle(args: any) { ${body} }`)
    const result = view.call(value('handle'), [input])
    return KINDS.filter((kind) => view.isTainted(result, kind)).join('+') || 'clean'
  }
  const ALL = KINDS.join('+')

  it.each<[body: string, kinds: string]>([
    ['return args.path', ALL],
    ['return S.parse(args).path', ALL],
    ['return S.parse(args).mode', 'clean'],
    ['return S.parse(args).id', 'command+property-key'],
    ['return S.parse(args).other', 'clean'],
    ['return S.passthrough().parse(args).other', ALL],
    ['const { path, mode } = await S.parseAsync(args); return path', ALL],
    ['const { mode } = await S.parseAsync(args); return mode', 'clean'],
    ['return S.parse({ path: args.a, mode: args.b }).mode', 'clean'],
    ['return S.parse({ path: args.a, mode: args.b }).path', ALL],
    ['const result = S.safeParse(args); if (!result.success) throw new Error(); return result.data.mode', 'clean'],
    ['const result = S.safeParse(args); if (!result.success) throw new Error(); return result.data.path', ALL],
    ['const { success, data } = await S.safeParseAsync(args); return success ? data.id : ""', 'command+property-key'],
    ['return z.parse(S, args).mode', 'clean'],
    ['return z.safeParse(S, args).data.path', ALL],
    ['return Imported.parse(args).path', 'clean'],
    ['return Imported.safeParse(args).data', 'clean'],
    ['return ReadArgs.parse(args).path', 'clean'],
    ['return CallToolRequestSchema.parse(args).params.arguments.path', ALL],
    ['return z.array(S).parse(args).map((item) => item.path)', ALL],
    ['return z.array(S).parse(args).map((item) => item.mode)', 'clean'],
  ])('%s', (body, kinds) => {
    expect(taintOf(body)).toBe(kinds)
  })
})
