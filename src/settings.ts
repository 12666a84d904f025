import { DEFAULT_BUDGET } from './engine/budget.ts'
import type { Budget } from './engine/budget.ts'
import { SINK_KINDS, SOURCE_KINDS } from './knowledge/kinds.ts'
import type { SinkKind, SourceKind } from './knowledge/kinds.ts'

/** What a module hands out, as every entry of the lists below names it. */
export interface ExportReference {
  /** The module as import statements write it, such as `@acme/mcp-kit` or `node:fs`. Relative paths are refused. */
  readonly module: string
  /**
   * The export, `default` included, or a route of names from it: `runQuery`, `db.raw`. `prototype` in a route leads to
   * the methods of instances: `Database.prototype.query`.
   */
  readonly export: string
}

/** A class, factory or function of an organisation's own that registers handlers. */
export interface ServerSetting extends ExportReference {
  /** What methods of what it makes or returns register, by their names. Default: none but the SDK's names. */
  readonly methods: Readonly<Record<string, Registering>>
  /** What a call of the export itself registers. Default: nothing. */
  readonly registers?: Registering | undefined
}

/** The SDK's method that takes the same arguments, or which argument is what. */
export type Registering = RegisteringMethod | RegisteringArguments

/** Where a registering call has what it registers. */
export interface RegisteringArguments {
  /** Default: `tool`. */
  readonly kind: 'tool' | 'prompt'
  readonly name: ArgumentPlace
  readonly handler: ArgumentPlace
  /** The schema that is enforced before the handler gets the arguments as its first parameter. */
  readonly schema?: ArgumentPlace | undefined
  readonly description?: ArgumentPlace | undefined
}

/** An argument, counted from 0, or a property in one: `1.inputSchema`. */
export type ArgumentPlace = number | string

/** A function whose result is untrusted. */
export interface SourceSetting extends ExportReference {
  /** Default: `tool-argument`. */
  readonly kind: SourceKind
}

/** An argument of a function in which an untrusted value does harm. */
export interface SinkSetting extends ExportReference {
  /** Counted from 0. */
  readonly argument: number
  readonly kind: SinkKind
}

/** A function whose result is clean for the kinds that it names; for other kinds the taint goes through. */
export interface SanitizerSetting extends ExportReference {
  /** At least one kind. */
  readonly clears: readonly SinkKind[]
}

/** A function that proves one of its arguments safe. */
export interface GuardSetting extends ExportReference {
  /** The argument that is proved safe, counted from 0. */
  readonly argument: number
  /** At least one kind. */
  readonly clears: readonly SinkKind[]
  /** What safety is known by: the function `throws` otherwise, or it returned `true`, or `false`. */
  readonly proves: GuardProof
}

/** Everything that can be said under `settings['secure-mcp']`, defaults filled in. */
export interface SecureMcpSettings {
  readonly servers: readonly ServerSetting[]
  readonly sources: readonly SourceSetting[]
  readonly sinks: readonly SinkSetting[]
  readonly sanitizers: readonly SanitizerSetting[]
  readonly guards: readonly GuardSetting[]
  /** Whether facts of unchanged files are kept on disk between runs. Default: `true`. */
  readonly cache: boolean
  /** Limits of the analysis, in the units and with the defaults of the engine's budget. Past one, rules are silent. */
  readonly limits: Pick<Budget, SettingsLimit>
}

export type RegisteringMethod = (typeof REGISTERING_METHODS)[number]
export type GuardProof = (typeof GUARD_PROOFS)[number]
type SettingsLimit = 'maxSteps' | 'maxCallDepth' | 'maxFileLength'

const REGISTERING_METHODS = [
  'tool',
  'registerTool',
  'prompt',
  'registerPrompt',
  'resource',
  'registerResource',
  'setRequestHandler',
] as const
const REGISTERED_KINDS = ['tool', 'prompt'] as const
const ARGUMENT_PLACE = /^\d+(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u
const GUARD_PROOFS = ['throws', 'true', 'false'] as const
const EXPORT_ROUTE = /^[\p{ID_Start}$_][\p{ID_Continue}$]*(?:\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u

/** Checks one value and returns it, or throws with the key path and what is expected there. */
type Reader<T> = (value: unknown, key: string) => T
type Readers<T> = { readonly [Key in keyof T]: Reader<T[Key]> }

const sinkKind = oneOf(Object.keys(SINK_KINDS) as SinkKind[])
const sourceKind = oneOf(Object.keys(SOURCE_KINDS) as SourceKind[])
const exportReference: Readers<ExportReference> = { module: readModule, export: readExportRoute }

const readRegisteringArguments = recordOf<RegisteringArguments>({
  kind: orElse(oneOf(REGISTERED_KINDS), 'tool'),
  name: readArgumentPlace,
  handler: readArgumentPlace,
  schema: optional(readArgumentPlace),
  description: optional(readArgumentPlace),
})

const readSettings = recordOf<SecureMcpSettings>({
  servers: orElse(listOf(recordOf<ServerSetting>({
    ...exportReference, methods: orElse(readMethods, {}), registers: optional(readRegistering),
  })), []),
  sources: orElse(
    listOf(recordOf<SourceSetting>({ ...exportReference, kind: orElse(sourceKind, 'tool-argument') })),
    [],
  ),
  sinks: orElse(listOf(recordOf<SinkSetting>({ ...exportReference, argument: wholeNumber(0), kind: sinkKind })), []),
  sanitizers: orElse(listOf(recordOf<SanitizerSetting>({ ...exportReference, clears: listOf(sinkKind, 1) })), []),
  guards: orElse(
    listOf(
      recordOf<GuardSetting>({
        ...exportReference,
        argument: wholeNumber(0),
        clears: listOf(sinkKind, 1),
        proves: oneOf(GUARD_PROOFS),
      }),
    ),
    [],
  ),
  cache: orElse(readFlag, true),
  limits: orElse(
    recordOf<SecureMcpSettings['limits']>({
      maxSteps: orElse(wholeNumber(1), DEFAULT_BUDGET.maxSteps),
      maxCallDepth: orElse(wholeNumber(1), DEFAULT_BUDGET.maxCallDepth),
      maxFileLength: orElse(wholeNumber(1), DEFAULT_BUDGET.maxFileLength),
    }),
    {},
  ),
})

const settingsOf = new WeakMap<object, SecureMcpSettings>()
let defaultSettings: SecureMcpSettings | undefined

/**
 * The plugin's part of a rule context's `settings`, defaults filled in; read once per settings object. Throws one Error
 * that names the offending key by its path and says what is expected there. An unknown key is an error: a misspelt
 * `sanitizer` would otherwise leave its owner with findings, and a misspelt `sink` without.
 */
export function getSettings(settings: unknown): SecureMcpSettings {
  const own = isRecord(settings) ? settings['secure-mcp'] : undefined
  if (own === undefined) return (defaultSettings ??= readSettings({}, ''))
  const known = isRecord(own) ? settingsOf.get(own) : undefined
  if (known) return known
  const read = readSettings(own, "settings['secure-mcp']")
  settingsOf.set(own as object, read)
  return read
}

function recordOf<T extends object>(readers: Readers<T>): Reader<T> {
  const names = Object.keys(readers) as (keyof T & string)[]
  return (value, key) => {
    if (!isRecord(value)) fail(key, 'an object', value)
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(readers, name))
    if (unknown !== undefined) throw new Error(`${key}.${unknown} is not a known key. Known keys: ${names.join(', ')}.`)
    const entries = names.map((name) => [name, readers[name](value[name], `${key}.${name}`)])
    // The readers of T's own keys made each entry; fromEntries forgets that.
    return Object.fromEntries(entries) as T
  }
}

function listOf<T>(read: Reader<T>, least = 0): Reader<readonly T[]> {
  return (value, key) => {
    if (!Array.isArray(value)) fail(key, 'an array', value)
    if (value.length < least) fail(key, `an array of at least ${least}`, value)
    return value.map((element, index) => read(element, `${key}[${index}]`))
  }
}

/** The default goes through the reader as well, so that defaults can be written as users write values. */
function orElse<T>(read: Reader<T>, fallback: unknown): Reader<T> {
  return (value, key) => read(value === undefined ? fallback : value, key)
}

function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, key) => (value === undefined ? undefined : read(value, key))
}

function oneOf<const T extends string>(allowed: readonly T[]): Reader<T> {
  return (value, key) => {
    const found = allowed.find((candidate) => candidate === value)
    return found ?? fail(key, `one of ${allowed.map((candidate) => JSON.stringify(candidate)).join(', ')}`, value)
  }
}

function wholeNumber(least: number): Reader<number> {
  return (value, key) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? value
      : fail(key, `a whole number of at least ${least}`, value)
}

function readFlag(value: unknown, key: string): boolean {
  return typeof value === 'boolean' ? value : fail(key, 'true or false', value)
}

function readModule(value: unknown, key: string): string {
  const isModule = typeof value === 'string' && value !== '' && !value.startsWith('.') && !value.startsWith('/')
  return isModule ? value : fail(key, 'the name of a module as import statements write it, not a path', value)
}

function readExportRoute(value: unknown, key: string): string {
  const isRoute = typeof value === 'string' && EXPORT_ROUTE.test(value)
  return isRoute ? value : fail(key, 'the name of an export, such as "runQuery", "default" or "db.raw"', value)
}

function readMethods(value: unknown, key: string): Readonly<Record<string, Registering>> {
  if (!isRecord(value)) fail(key, 'an object from method names to what they register', value)
  return Object.fromEntries(Object.entries(value).map(([name, method]) => [name, readRegistering(method, `${key}.${name}`)]))
}

function readRegistering(value: unknown, key: string): Registering {
  return isRecord(value) ? readRegisteringArguments(value, key) : oneOf(REGISTERING_METHODS)(value, key)
}

function readArgumentPlace(value: unknown, key: string): ArgumentPlace {
  if (typeof value === 'number') return wholeNumber(0)(value, key)
  const isPlace = typeof value === 'string' && ARGUMENT_PLACE.test(value)
  return isPlace ? value : fail(key, 'the number of an argument, or a property in one, such as "1.inputSchema"', value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fail(key: string, expected: string, value: unknown): never {
  throw new Error(`${key} must be ${expected}; got ${describeValue(value)}.`)
}

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty array' : 'an array'
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value)
}
