import { ANYTHING, parseAccessPath } from './access-path/parse-access-path.ts'
import type { Capability, SinkKind } from '../knowledge/kinds.ts'
import { environmentNames } from './environment-names.ts'
import type { EnvironmentNames } from './environment-rows.ts'
import type { LoweringOptions } from './facts/lower-file.ts'
import { capabilityOf } from './flow/capability-of.ts'
import type { Held } from './confidential-rows.ts'
import type { ClassRow, DecoratorRow, FileRow, MessageRow } from './declaring-rows.ts'
import type {
  CallRow, Dialect, EffectRow, FlowRow, Guard, Knowledge, Library, MethodRow, RegistrarRow, SchemaReader, SinkRow,
} from './rows.ts'

export interface CallKnowledge {
  readonly sinks: { readonly row: SinkRow; readonly argument: number }[]
  readonly flows: FlowRow[]
  readonly calls: CallRow[]
  readonly guards: Guard[]
  readonly effects: EffectRow[]
  readonly capabilities: Set<Capability>
  readonly registrars: { readonly dialect: Dialect; readonly row: RegistrarRow }[]
}

interface OfDialect<Row> {
  readonly dialect: Dialect
  readonly row: Row
}

/**
 * Knowledge by what a call looks up: module and path, or method name. Each look-up is one map access; the maps are made when
 * the first asks for them, since where an analysis was kept nothing does.
 */
export class KnowledgeIndex {
  private readonly registrars = new Set<string>()
  /** Names under which an object literal may hold a tool's handler. */
  private readonly handlerKeys = new Set<string>()
  /** Modules whose import marks a package as an MCP server or client. */
  readonly dialectModules = new Set<string>()
  /** Words that mark a file as such where no import does. */
  readonly dialectWords = new Set<string>()
  /** Modules and names whose import marks a server on standard input and output. */
  readonly stdioNames = new Set<string>()
  /** Modules that log every request over HTTP. */
  readonly requestLoggers = new Set<string>()
  /** Rows for files that are registered for where they lie. */
  readonly files: readonly OfDialect<FileRow>[]
  readonly schemaReaders: readonly SchemaReader[]
  readonly definitions: readonly Dialect[]
  private readonly modules = new Set<string>()
  /** Modules of which a row knows a method whatever it is called on. */
  private readonly builders = new Set<string>()
  private readonly byPath = new Map<string, CallKnowledge>()
  private readonly methods = new Map<string, MethodRow[]>()
  private readonly guardMethods = new Map<string, Guard[]>()
  private readonly registrarMethods = new Map<string, (OfDialect<RegistrarRow> & { readonly key: string })[]>()
  private readonly messages = new Map<string, OfDialect<MessageRow>>()
  private readonly logs: NonNullable<Library['logs']>[] = []
  /** By the text of a callee. */
  private readonly logging = new Map<string, boolean>()
  private readonly holders = new Map<string, NonNullable<Library['holds']>[]>()
  private readonly assigned = new Map<string, OfDialect<RegistrarRow>[]>()
  private readonly classes = new Map<string, OfDialect<ClassRow>[]>()
  private readonly interfaces: OfDialect<ClassRow>[] = []
  private readonly decorators = new Map<string, OfDialect<DecoratorRow>[]>()
  private readonly environment: EnvironmentNames
  private pending: readonly Knowledge[]

  /** Later knowledge adds to what earlier knowledge says. */
  constructor(...all: readonly Knowledge[]) {
    this.pending = all
    this.environment = environmentNames(all.flatMap((knowledge) => knowledge.libraries))
    this.schemaReaders = all.flatMap((knowledge) => knowledge.schemas)
    const dialects = all.flatMap((knowledge) => knowledge.dialects)
    this.definitions = dialects.filter((dialect) => dialect.definition)
    this.files = dialects.flatMap((dialect) => (dialect.files ?? []).map((row) => ({ dialect, row })))
    for (const { modules, logsRequests } of all.flatMap((knowledge) => knowledge.libraries)) {
      if (logsRequests) for (const module of modules) this.requestLoggers.add(module)
    }
    for (const dialect of dialects) {
      for (const module of dialect.modules) this.dialectModules.add(module)
      for (const name of dialect.stdio ?? []) this.stdioNames.add(name)
      for (const word of dialect.words ?? []) this.dialectWords.add(word)
    }
  }

  private ready(): void {
    if (this.pending.length === 0) return
    const { pending } = this
    this.pending = []
    for (const knowledge of pending) this.addAll(knowledge)
  }

  private addAll(knowledge: Knowledge): void {
    for (const library of knowledge.libraries) {
      const modules = library.modules.map((name) => name.replace(/^node:/u, ''))
      const folders = library.memberFolders ?? []
      if (library.logs) this.logs.push(library.logs)
      if (library.holds) for (const module of modules) push(this.holders, module, library.holds)
      for (const row of library.sinks ?? []) {
        const path = parseAccessPath(row.path)
        this.add(modules, path.keys, (entry) => {
          entry.sinks.push({ row, argument: path.argument ?? 0 })
          addCapabilities(entry, [row.kind])
        }, folders)
      }
      for (const row of library.effects ?? []) {
        this.add(modules, parseAccessPath(row.path).keys, (entry) => entry.effects.push(row), folders)
      }
      for (const row of library.flows ?? []) this.add(modules, parseAccessPath(row.path).keys, (entry) => entry.flows.push(row), folders)
      for (const row of library.calls ?? []) this.addCall(modules, row, folders)
    }
    for (const row of knowledge.methods) for (const name of row.names) push(this.methods, name, row)
    for (const guard of knowledge.guards) this.addGuard(guard)
    for (const dialect of knowledge.dialects) this.addDialect(dialect)
  }

  /** What marks the places of a file from which an analysis starts. */
  get places(): Omit<LoweringOptions, 'path' | 'maxNesting'> {
    this.ready()
    return { registrars: this.registrars, handlerKeys: this.handlerKeys, environment: this.environment }
  }

  call(module: string, path: string): CallKnowledge | undefined {
    this.ready()
    return this.byPath.get(`${module}:${path}`)
      ?? (this.builders.has(module) ? this.byPath.get(`${module}:${ANYTHING}.${lastName(path)}`) : undefined)
  }

  method(name: string): readonly MethodRow[] {
    this.ready()
    return this.methods.get(name) ?? []
  }

  guard(name: string): readonly Guard[] {
    this.ready()
    return this.guardMethods.get(name) ?? []
  }

  /** Whether the text of a callee tells that a call of it logs something. */
  isLog(callee: string): boolean {
    this.ready()
    let known = this.logging.get(callee)
    if (known === undefined) {
      known = this.logs.some((logs) => logs(callee))
      this.logging.set(callee, known)
    }
    return known
  }

  /** What something of a library holds that is not for everyone. */
  held(module: string, path: string): Held | undefined {
    this.ready()
    for (const holds of this.holders.get(module) ?? []) {
      const held = holds(path)
      if (held) return held
    }
    return undefined
  }

  /** True for a framework of servers or a library of schemas: what it throws is meant for the client. */
  speaksToClients(module: string): boolean {
    return this.dialectModules.has(module) || this.schemaReaders.some((reader) => reader.modules.includes(module))
  }

  /** Rows that a method's name is enough for, each with the key of the path under which it is known otherwise. */
  registrarByName(name: string): readonly (OfDialect<RegistrarRow> & { readonly key: string })[] {
    this.ready()
    return this.registrarMethods.get(name) ?? []
  }

  /** Rows for what is assigned to a property of something of a library, or, without a module, to one of this name. */
  assignedTo(module: string, path: string): readonly OfDialect<RegistrarRow>[] {
    this.ready()
    return this.assigned.get(`${module}:${path}`) ?? []
  }

  /** What a message of this method is to code that tells messages apart by itself. */
  message(method: string): OfDialect<MessageRow> | undefined {
    this.ready()
    return this.messages.get(method)
  }

  /** Rows for classes that extend this, or have all methods of an interface. */
  classRows(module: string, path: string, methods: readonly string[]): readonly OfDialect<ClassRow>[] {
    this.ready()
    const implemented = this.interfaces.filter(({ row }) => row.methods?.every((name) => methods.includes(name)))
    return [...this.classes.get(`${module}:${path}`) ?? [], ...implemented]
  }

  /** Rows for methods that this decorates. */
  decorating(module: string, path: string): readonly OfDialect<DecoratorRow>[] {
    this.ready()
    return this.decorators.get(`${module}:${path}`) ?? []
  }

  private addGuard(guard: Guard): void {
    for (const name of guard.methods ?? []) push(this.guardMethods, name, guard)
    for (const path of guard.paths ?? []) {
      const [module = '', key = ''] = path.split(':')
      this.add([module], [key], (entry) => entry.guards.push(guard))
    }
  }

  private addDialect(dialect: Dialect): void {
    for (const key of dialect.handlerKeys ?? []) this.handlerKeys.add(key)
    const modules = [...dialect.modules, ...dialect.hosts ?? []]
    for (const row of dialect.classes ?? []) {
      if (row.path !== undefined) this.addPlaces(modules, row.path, (id) => { push(this.classes, id, { dialect, row }) })
      if (row.methods && this.registrars.add(`#${row.methods[0]}`)) this.interfaces.push({ dialect, row })
    }
    for (const row of dialect.decorators ?? []) this.addPlaces(modules, row.path, (id) => { push(this.decorators, id, { dialect, row }) })
    for (const row of dialect.calls ?? []) this.addCall(modules, row)
    for (const row of dialect.messages ?? []) {
      this.registrars.add(`'${row.method}'`)
      this.messages.set(row.method, { dialect, row })
    }
    for (const row of dialect.registrars) this.addRegistrar(modules, dialect, row)
  }

  private addCall(modules: readonly string[], row: CallRow, folders: readonly string[] = []): void {
    const { keys } = parseAccessPath(row.path)
    this.add(modules, keys, (entry) => {
      entry.calls.push(row)
      // The examples are proved, so they tell which kinds the function that finds the sinks may give.
      addCapabilities(entry, row.examples?.map((example) => example.kind) ?? [])
    }, folders)
    // `json` alone would make every client of HTTP a place to start from.
    if (row.isEntry) for (const key of keys) this.registrars.add(/^\w+\.(?!new$)\w+$/u.test(key) ? key : lastName(key))
  }

  private addRegistrar(modules: readonly string[], dialect: Dialect, row: RegistrarRow): void {
    const { keys } = parseAccessPath(row.path)
    if (row.isAssigned) this.addPlaces(modules, row.path, (id) => { push(this.assigned, id, { dialect, row }) })
    else this.add(modules, keys, (entry) => entry.registrars.push({ dialect, row }))
    for (const key of keys) {
      const name = lastName(key)
      if (!row.isFollowUp) this.registrars.add(name)
      if (row.byName && row.isAssigned) push(this.assigned, `:${name}`, { dialect, row })
      else if (row.byName) push(this.registrarMethods, name, { dialect, row, key })
    }
  }

  /** Notes what is no call under its module and path, and its name as that of a place to start from. */
  private addPlaces(modules: readonly string[], path: string, put: (id: string) => void): void {
    for (const key of parseAccessPath(path).keys) {
      this.registrars.add(lastName(key))
      for (const module of modules) put(`${module}:${key}`)
    }
  }

  /** Whether anything at all is known of a module: what is not said of it is then known to be harmless. */
  knows(module: string): boolean {
    this.ready()
    return this.modules.has(module)
  }

  private add(
    modules: readonly string[], keys: readonly string[], put: (entry: CallKnowledge) => void, folders: readonly string[] = [],
  ): void {
    for (const key of keys) {
      for (const module of modules) this.put(module, key, put)
      const name = /^\w*/u.exec(key)?.[0] ?? ''
      if (name === '' || name === 'new') continue
      const rest = key.slice(name.length).replace(/^\./u, '')
      for (const folder of folders) for (const end of ['', '.js']) this.put(`${folder}/${name}${end}`, rest, put)
    }
  }

  private put(module: string, key: string, put: (entry: CallKnowledge) => void): void {
    this.modules.add(module)
    if (key.startsWith(`${ANYTHING}.`)) this.builders.add(module)
    const id = `${module}:${key}`
    let entry = this.byPath.get(id)
    if (!entry) {
      entry = { sinks: [], flows: [], calls: [], guards: [], effects: [], capabilities: new Set(), registrars: [] }
      this.byPath.set(id, entry)
    }
    put(entry)
  }
}

function addCapabilities(entry: CallKnowledge, kinds: readonly (SinkKind | 'none')[]): void {
  for (const kind of kinds) {
    const capability = kind === 'none' ? undefined : capabilityOf(kind)
    if (capability) entry.capabilities.add(capability)
  }
}

/** The name that a call of it has in the text; the module itself is what it exports as `default`. */
function lastName(key: string): string {
  const name = key.replace(/(?:\.new|\(\))+$/u, '')
  return name.slice(name.lastIndexOf('.') + 1) || 'default'
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
