import type { Scope } from 'eslint'
import type { TSESTree } from '@typescript-eslint/types'
import type { EnvironmentNames } from '../environment-rows.ts'
import { findEnvironment } from './find-environment.ts'
import type { ClassFacts, ExportFacts, FileFacts, FunctionFacts, ImportFacts, Range, Statement, VariableFacts } from './ir.ts'
import { lowerExpression } from './lower-expression.ts'
import { lowerPattern } from './lower-pattern.ts'
import { findHoisted, generatorBody, lowerStatements } from './lower-statement.ts'
import { parameterProperties } from './parameter-properties.ts'
import { typeName } from './type-name.ts'

export type Node = TSESTree.Node

export interface LoweringOptions {
  readonly path: string
  /** Names of the methods that register something, in any dialect; in quotes, texts that tell messages apart. */
  readonly registrars: ReadonlySet<string>
  /** Names under which an object literal may hold a tool's handler. */
  readonly handlerKeys: ReadonlySet<string>
  /** Without it nothing is noted of the environment. */
  readonly environment?: EnvironmentNames
  readonly maxNesting: number
}

interface Parsed {
  readonly ast: TSESTree.Program
  readonly text: string
  readonly scopes: readonly Scope.Scope[]
}

/** Turns one parsed file into facts. Never throws on code that the parser accepted; what it does not know is `other`. */
export function lowerFile(parsed: Parsed, options: LoweringOptions): FileFacts {
  const facts = new FileLowering(parsed, options).run()
  return options.environment ? { ...facts, environment: findEnvironment(facts, options.environment) } : facts
}

export class FileLowering {
  readonly maxNesting: number
  nesting = 0
  private readonly variables: VariableFacts[] = []
  private readonly variableIds = new Map<Scope.Variable, number>()
  private readonly names = new Map<unknown, number>()
  private readonly functions: (FunctionFacts | undefined)[] = []
  private readonly functionIds = new Map<unknown, number>()
  private readonly classes: (ClassFacts | undefined)[] = []
  private readonly classIds = new Map<unknown, number>()
  private readonly exports: ExportFacts[] = []
  private readonly modules = new Set<string>()
  private readonly current: { id: number; mayRegister: boolean; yielded?: number }[] = []
  private readonly coroutines = new Set<Node>()
  private readonly getters = new Set<Node>()
  private readonly parsed: Parsed
  private readonly options: LoweringOptions

  constructor(parsed: Parsed, options: LoweringOptions) {
    this.parsed = parsed
    this.options = options
    this.maxNesting = options.maxNesting
  }

  run(): FileFacts {
    const { ast, text } = this.parsed
    this.functionIds.set(ast, 0)
    this.functions.push(undefined)
    this.declareVariables()
    const frame = this.enter(0)
    const body = lowerStatements(this, ast.body)
    this.current.pop()
    this.functions[0] = {
      id: 0, name: '', parent: -1, params: [], rest: false, body, hoisted: findHoisted(this, ast.body),
      isArrow: false, mayRegister: frame.mayRegister, at: [0, text.length],
    }
    const functions = this.functions.filter((item) => item !== undefined)
    return {
      path: this.options.path,
      variables: this.variables,
      functions,
      classes: this.classes.filter((item) => item !== undefined),
      exports: this.exports,
      modules: [...this.modules],
      mayRegister: functions.some((item) => item.mayRegister),
      lines: lineStarts(text),
    }
  }

  /** The id of the variable that an identifier stands for, or `undefined` for a global. */
  variable(identifier: Node): number | undefined {
    return this.names.get(identifier)
  }

  /** A variable that no scope knows, such as the value of a default export. */
  freshVariable(name: string, owner = 0): number {
    this.variables.push({ name, owner })
    return this.variables.length - 1
  }

  /** Marks a generator that is handed to a function, such as `__awaiter`, which runs it: its `yield` is an `await`. */
  noteCoroutine(node: Node): void {
    this.coroutines.add(node)
  }

  noteGetter(node: Node): void {
    this.getters.add(node)
  }

  /** The list of what the generator that is being lowered yields; `undefined` outside of generators. */
  yielded(): number | undefined {
    return this.current.at(-1)?.yielded
  }

  markImport(identifier: Node, from: ImportFacts): void {
    const id = this.variable(identifier)
    this.noteModule(from.module)
    if (id === undefined) return
    const facts = this.variables[id]
    if (facts) this.variables[id] = { ...facts, import: from }
  }

  noteModule(module: string): void {
    this.modules.add(module)
  }

  noteMethodCall(name: string): void {
    const frame = this.current.at(-1)
    if (frame && this.options.registrars.has(name)) frame.mayRegister = true
  }

  /** Marks a place that may implement an interface of which this is a method. */
  noteMethod(name: string): void {
    this.noteMethodCall(`#${name}`)
  }

  /** A function goes by its own name too, where it is imported under another. */
  noteCall(variable: number, name: string): void {
    this.noteMethodCall(name)
    const imported = this.variables[variable]?.import?.name
    if (imported !== undefined && imported !== name) this.noteMethodCall(imported)
  }

  /** Marks a place that may tell one message from others. */
  noteText(text: string): void {
    this.noteMethodCall(`'${text}'`)
  }

  /** Marks a place that may define a tool by an object literal with these properties. */
  noteObject(names: readonly string[]): void {
    const frame = this.current.at(-1)
    if (frame && names.includes('name') && names.some((name) => this.options.handlerKeys.has(name))) frame.mayRegister = true
  }

  addExport(entry: ExportFacts): void {
    this.exports.push(entry)
  }

  functionId(node: Node): number {
    let id = this.functionIds.get(node)
    if (id === undefined) {
      id = this.functions.length
      this.functionIds.set(node, id)
      this.functions.push(undefined)
    }
    return id
  }

  classId(node: Node): number {
    let id = this.classIds.get(node)
    if (id === undefined) {
      id = this.classes.length
      this.classIds.set(node, id)
      this.classes.push(undefined)
    }
    return id
  }

  addClass(facts: ClassFacts): void {
    this.classes[facts.id] = facts
  }

  currentFunction(): number {
    return this.current.at(-1)?.id ?? 0
  }

  /** Lowers a function once and gives its id; its body may be lowered later than its first mention. */
  lowerFunction(node: Node, name: string, className?: string): number {
    const id = this.functionId(node)
    if (this.functions[id]) return id
    const fn = node as TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression
    const parent = this.currentFunction()
    const frame = this.enter(id)
    if (fn.generator && !this.coroutines.has(node)) frame.yielded = this.freshVariable('yielded', id)
    const last = fn.params.at(-1)
    const rest = last?.type === 'RestElement'
    const params = fn.params.map((parameter) => lowerPattern(this, parameter.type === 'RestElement' ? parameter.argument : parameter))
    const prologue = parameterProperties(this, fn.params)
    const block = fn.body?.type === 'BlockStatement' ? fn.body.body : undefined
    const statements: readonly Statement[] = block
      ? lowerStatements(this, block)
      : fn.body ? [{ op: 'return', value: lowerExpression(this, fn.body) }] : []
    const body = frame.yielded === undefined ? statements : generatorBody(frame.yielded, statements, rangeOf(fn))
    this.current.pop()
    const own = 'id' in fn && fn.id ? fn.id.name : ''
    this.functions[id] = {
      id, name: own || name, parent, params, rest,
      body: prologue.length > 0 ? [...prologue, ...body] : body,
      hoisted: block ? findHoisted(this, block) : [],
      isArrow: fn.type === 'ArrowFunctionExpression', ...(this.getters.has(node) ? { isGetter: true } : {}),
      mayRegister: frame.mayRegister, at: rangeOf(fn), ...(className === undefined ? {} : { className }),
    }
    return id
  }

  private enter(id: number): { id: number; mayRegister: boolean; yielded?: number } {
    const frame: { id: number; mayRegister: boolean; yielded?: number } = { id, mayRegister: false }
    this.current.push(frame)
    return frame
  }

  private declareVariables(): void {
    for (const scope of this.parsed.scopes) {
      for (const variable of scope.variables) {
        if (variable.defs.length === 0) continue
        // A class declares its name twice, outside and inside itself: both are one variable.
        const outer = scope.type === 'class' ? this.names.get(variable.identifiers[0]) : undefined
        if (outer !== undefined) {
          this.variableIds.set(variable, outer)
          continue
        }
        const id = this.variables.length
        const type = variable.defs.map((definition) => typeName(definition.name as Node)).find((name) => name !== undefined)
        this.variables.push({ name: variable.name, owner: this.ownerOf(scope), ...(type === undefined ? {} : { type }) })
        this.variableIds.set(variable, id)
        for (const identifier of variable.identifiers) this.names.set(identifier, id)
      }
    }
    for (const scope of this.parsed.scopes) {
      for (const reference of scope.references) {
        const id = reference.resolved ? this.variableIds.get(reference.resolved) : undefined
        if (id === undefined || !reference.resolved) continue
        this.names.set(reference.identifier, id)
        const facts = this.variables[id]
        if (facts && !facts.isCaptured && reference.from.variableScope !== reference.resolved.scope.variableScope) {
          const owner = this.loopAround(reference.resolved.scope) ?? facts.owner
          this.variables[id] = { ...facts, owner, isCaptured: true }
        }
      }
    }
  }

  /** The scope of a loop over elements, of which each round has variables of its own; `undefined` where none captures. */
  loopScope(node: Node): number | undefined {
    return this.functionIds.get(node)
  }

  /** The innermost loop over elements that a block scope is a part of. */
  private loopAround(start: Scope.Scope): number | undefined {
    for (let scope: Scope.Scope | null = start; scope && scope !== start.variableScope; scope = scope.upper) {
      const node = scope.block as Node
      if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') return this.addLoopScope(node, this.ownerOf(start))
    }
    return undefined
  }

  private addLoopScope(node: Node, parent: number): number {
    const id = this.functionId(node)
    this.functions[id] ??= {
      id, name: '', parent, params: [], rest: false, body: [], hoisted: [], isArrow: true, mayRegister: false, at: rangeOf(node),
    }
    return id
  }

  private ownerOf(scope: Scope.Scope): number {
    let block: Scope.Scope | null = scope.variableScope
    while (block && !isFunctionBlock(block.block as Node)) block = block.upper
    const node = block?.block as Node | undefined
    return node && node.type !== 'Program' ? this.functionId(node) : 0
  }
}

function isFunctionBlock(node: Node): boolean {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression'
    || node.type === 'ArrowFunctionExpression' || node.type === 'Program'
}

export function rangeOf(node: Node): Range {
  return node.range
}

function lineStarts(text: string): number[] {
  const starts = [0]
  const breaks = /\r\n|[\n\r\u2028\u2029]/gu
  while (breaks.exec(text)) starts.push(breaks.lastIndex)
  return starts
}
