import { parseAccessPath } from './access-path/parse-access-path.ts'
import type { CallRow, Dialect, FlowRow, Guard, Knowledge, MethodRow, RegistrarRow, SchemaReader, SinkRow } from './rows.ts'

export interface CallKnowledge {
  readonly sinks: { readonly row: SinkRow; readonly argument: number }[]
  readonly flows: FlowRow[]
  readonly calls: CallRow[]
  readonly guards: Guard[]
  readonly registrars: { readonly dialect: Dialect; readonly row: RegistrarRow }[]
}

/** Knowledge by what a call looks up: module and path, or method name. Built once; each look-up is one map access. */
export class KnowledgeIndex {
  readonly registrars = new Set<string>()
  /** Names under which an object literal may hold a tool's handler. */
  readonly handlerKeys = new Set<string>()
  /** Modules whose import marks a package as an MCP server or client. */
  readonly dialectModules = new Set<string>()
  readonly schemaReaders: readonly SchemaReader[]
  readonly definitions: readonly Dialect[]
  private readonly modules = new Set<string>()
  private readonly byPath = new Map<string, CallKnowledge>()
  private readonly methods = new Map<string, MethodRow[]>()
  private readonly guardMethods = new Map<string, Guard[]>()
  private readonly registrarMethods = new Map<string, CallKnowledge['registrars']>()

  /** Later knowledge adds to what earlier knowledge says. */
  constructor(...all: readonly Knowledge[]) {
    this.schemaReaders = all.flatMap((knowledge) => knowledge.schemas)
    this.definitions = all.flatMap((knowledge) => knowledge.dialects).filter((dialect) => dialect.definition)
    for (const knowledge of all) this.addAll(knowledge)
  }

  private addAll(knowledge: Knowledge): void {
    for (const library of knowledge.libraries) {
      const modules = library.modules.map((name) => name.replace(/^node:/u, ''))
      for (const row of library.sinks ?? []) {
        const path = parseAccessPath(row.path)
        this.add(modules, path.keys, (entry) => entry.sinks.push({ row, argument: path.argument ?? 0 }))
      }
      for (const row of library.flows ?? []) this.add(modules, parseAccessPath(row.path).keys, (entry) => entry.flows.push(row))
      for (const row of library.calls ?? []) {
        const { keys } = parseAccessPath(row.path)
        this.add(modules, keys, (entry) => entry.calls.push(row))
        if (row.isEntry) for (const key of keys) this.registrars.add(lastName(key))
      }
    }
    for (const row of knowledge.methods) for (const name of row.names) push(this.methods, name, row)
    for (const guard of knowledge.guards) this.addGuard(guard)
    for (const dialect of knowledge.dialects) this.addDialect(dialect)
  }

  /** What marks the places of a file from which an analysis starts. */
  get places(): { readonly registrars: ReadonlySet<string>; readonly handlerKeys: ReadonlySet<string> } {
    return { registrars: this.registrars, handlerKeys: this.handlerKeys }
  }

  call(module: string, path: string): CallKnowledge | undefined {
    return this.byPath.get(`${module}:${path}`)
  }

  method(name: string): readonly MethodRow[] {
    return this.methods.get(name) ?? []
  }

  guard(name: string): readonly Guard[] {
    return this.guardMethods.get(name) ?? []
  }

  registrarByName(name: string): CallKnowledge['registrars'] {
    return this.registrarMethods.get(name) ?? []
  }

  private addGuard(guard: Guard): void {
    for (const name of guard.methods ?? []) push(this.guardMethods, name, guard)
    for (const path of guard.paths ?? []) {
      const [module = '', key = ''] = path.split(':')
      this.add([module], [key], (entry) => entry.guards.push(guard))
    }
  }

  private addDialect(dialect: Dialect): void {
    for (const module of dialect.modules) this.dialectModules.add(module)
    for (const key of dialect.handlerKeys ?? []) this.handlerKeys.add(key)
    for (const row of dialect.registrars) {
      const { keys } = parseAccessPath(row.path)
      this.add(dialect.modules, keys, (entry) => entry.registrars.push({ dialect, row }))
      for (const key of keys) {
        const name = lastName(key)
        this.registrars.add(name)
        if (row.byName) push(this.registrarMethods, name, { dialect, row })
      }
    }
  }

  /** Whether anything at all is known of a module: what is not said of it is then known to be harmless. */
  knows(module: string): boolean {
    return this.modules.has(module)
  }

  private add(modules: readonly string[], keys: readonly string[], put: (entry: CallKnowledge) => void): void {
    for (const module of modules) {
      this.modules.add(module)
      for (const key of keys) {
        const id = `${module}:${key}`
        let entry = this.byPath.get(id)
        if (!entry) {
          entry = { sinks: [], flows: [], calls: [], guards: [], registrars: [] }
          this.byPath.set(id, entry)
        }
        put(entry)
      }
    }
  }
}

function lastName(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1)
}

function push<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}
