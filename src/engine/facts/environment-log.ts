import type { EnvironmentNames, EnvironmentRow } from '../environment-rows.ts'
import type { EnvironmentFacts, Look, Place } from './environment-facts.ts'
import type { Expression, FileFacts, Range } from './ir.ts'
import { PlaceGraph } from './place-graph.ts'

/** What a name of a variable looks like, in a text that may as well be anything else. */
const NAME = /^[A-Z][A-Z0-9_]{2,63}$/u
/** A value that gets to more places than this is no one's in particular. */
const MAX_PLACES = 40

interface Noted {
  readonly name: string
  readonly at: Range
  readonly place: Place
}

/** What a walk over a file notes of the environment, and what comes of it. */
export class EnvironmentLog {
  readonly graph = new PlaceGraph()
  /** Variables that hold the environment as a whole. */
  readonly whole = new Set<number>()
  readonly parameters = new Map<number, Place>()
  private readonly file: Pick<FileFacts, 'variables'>
  private readonly rows: EnvironmentNames
  private readonly reads: Noted[] = []
  private readonly numbers: { readonly of: readonly Place[]; readonly at: Range; readonly place: Place }[] = []
  private readonly given: EnvironmentFacts['given'][number][] = []
  private readonly readers = new Set<Place>()
  private readonly settled = new Set<string>()
  private readonly names = new Set<string>()
  private readonly keys: { readonly name: string; readonly at: Range }[] = []
  private computes = false
  private givesAll = false
  private made = 0

  constructor(file: Pick<FileFacts, 'variables'>, rows: EnvironmentNames) {
    this.file = file
    this.rows = rows
  }

  /** Where something can be found in the rows: module and access path. */
  pathOf(expression: Expression): string | undefined {
    if (expression.op === 'global') return `global:${expression.name}`
    if (expression.op === 'variable') {
      const from = this.file.variables[expression.id]?.import
      if (!from) return undefined
      const module = from.module.replace(/^node:/u, '')
      return from.name === '*' || from.name === 'default' ? `${module}:` : `${module}:${from.name}`
    }
    const object = expression.op === 'member' ? this.pathOf(expression.object) : undefined
    if (object === undefined || expression.op !== 'member') return undefined
    return object.endsWith(':') ? `${object}${expression.name}` : `${object}.${expression.name}`
  }

  isWhole(expression: Expression): boolean {
    if (expression.op === 'variable' && this.whole.has(expression.id)) return true
    if (expression.op === 'await') return this.isWhole(expression.operand)
    return (expression.op !== 'variable' || this.file.variables[expression.id]?.import !== undefined) && this.usesOf(expression)('holders')
  }

  /** Whether an option of this name hands all variables on to a program. */
  isHandedOnAs(property: string): boolean {
    return this.rows.get(`.${property}`)?.has('copies') === true
  }

  /** What the rows say of a function. */
  usesOf(callee: Expression): (use: keyof EnvironmentRow) => boolean {
    const path = this.pathOf(callee)
    const byPath = path === undefined ? undefined : this.rows.get(path)
    const byName = callee.op === 'member' ? this.rows.get(`*.${callee.name}`) : undefined
    return (use) => byPath?.has(use) === true || byName?.has(use) === true
  }

  placeOf(variable: number): Place[] {
    const from = this.file.variables[variable]?.import
    if (!from) return [localPlace(variable)]
    return from.name === '*' ? [] : [`.${from.name}`]
  }

  /** What a variable is called where it comes from. */
  nameOf(variable: number): string | undefined {
    const facts = this.file.variables[variable]
    const name = facts?.import?.name
    return name === undefined || name === '*' || name === 'default' ? facts?.name : name
  }

  read(name: string, at: Range): Place[] {
    const place = this.freshPlace()
    this.reads.push({ name, at, place })
    return [place]
  }

  /** A read under a computed name. */
  compute(key: Expression): void {
    const reader = key.op === 'variable' ? this.parameters.get(key.id) : undefined
    if (reader !== undefined) this.readers.add(reader)
    this.computes = true
  }

  number(of: readonly Place[], at: Range): Place[] {
    if (of.length === 0) return []
    const place = this.freshPlace()
    this.numbers.push({ of, at, place })
    return [place]
  }

  give(to: Place, name: string, at: Range): void {
    if (NAME.test(name)) this.given.push({ to, name, at })
  }

  giveAll(): void {
    this.givesAll = true
  }

  settle(name: string): void {
    this.settled.add(name)
  }

  noteName(name: string, keyAt?: Range): void {
    if (!NAME.test(name)) return
    this.names.add(name)
    if (keyAt) this.keys.push({ name, at: keyAt })
  }

  finish(): EnvironmentFacts {
    const reads = this.reads.map(({ name, at, place }) => ({ name, at, ...this.beyond(place) }))
    const numbers = this.numbers.flatMap(({ of, at, place }) => this.reads
      .filter((read) => this.reaches(read.place, of))
      .map(({ name }) => ({ name, at, ...this.beyond(place) })))
    const looks: [Place, Look][] = []
    const flows: [Place, Place][] = []
    for (const place of this.graph.places) {
      if (!isKnownBeyond(place)) continue
      const { look, to } = this.beyond(place)
      if (look > 0) looks.push([place, look])
      else for (const target of to) if (target !== place) flows.push([place, target])
    }
    return {
      reads, numbers, given: this.given, readers: [...this.readers], computes: this.computes, givesAll: this.givesAll,
      settled: [...this.settled], names: [...this.names], keys: this.givesAll ? this.keys : [], looks, flows,
    }
  }

  private freshPlace(): Place {
    this.made += 1
    return localPlace(-this.made)
  }

  private reaches(start: Place, targets: readonly Place[]): boolean {
    const { reached } = this.graph.follow(start, isKnownBeyond)
    return targets.some((target) => reached.has(target))
  }

  /** What comes of a value in this file, up to the places that other files know as well. */
  private beyond(start: Place): { look: Look; to: Place[] } {
    const { look, reached } = this.graph.follow(start, (place) => place !== start && isKnownBeyond(place))
    return { look, to: [...reached].filter(isKnownBeyond).slice(0, MAX_PLACES) }
  }
}

/** The place of something that no other file knows. */
export function localPlace(id: number): Place {
  return `~${id}`
}

function isKnownBeyond(place: Place): boolean {
  return !place.startsWith('~', place.startsWith('{') ? 1 : 0)
}
