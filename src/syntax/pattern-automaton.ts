import type { AST } from '@eslint-community/regexpp'
import { CharacterSet } from './character-set.ts'
import { mayConsumeStrings, resolvePatternCharacters } from './resolve-pattern-characters.ts'
import type { CharacterElement, PatternMode } from './resolve-pattern-characters.ts'

/** Where in a string a text stands. */
export type Place = 'anywhere' | 'start' | 'end' | 'whole'

/** A text with which strings begin, up to letter case; a complete one is such a string by itself. */
export interface Beginning {
  readonly text: string
  readonly complete: boolean
}

interface Edge {
  readonly to: number
  /** The characters that it consumes; absent where it consumes nothing. */
  readonly characters?: CharacterSet
  readonly assertion?: 'start' | 'end'
}

interface Node {
  readonly state: number
  readonly atStart: boolean
  readonly ended: boolean
  readonly silent: number[]
  readonly moves: { characters: CharacterSet; to: number }[]
}

// Repetitions are unrolled up to this count, enough for the longest name that a proof asks about ("constructor").
const MOST_COPIES = 16
// Beyond, repetitions are read as unbounded, which keeps the automaton linear in the pattern; ten times a UUID's.
const MOST_UNROLLED_STATES = 2_000
// A pattern that nests so deeply that it passes this even so is not understood.
const MOST_STATES = 20_000
// A list of allowed words and a URL's origin stay well within these; they keep the search for beginnings short.
const MOST_BEGINNINGS = 64
const LONGEST_BEGINNING = 128
const MOST_NODES_AT_ONCE = 256
const LETTER_CASE = 0x20

/**
 * The strings in which a pattern finds a match. Lookarounds, word boundaries and line anchors constrain nothing, and a
 * back reference is any text, so that it holds every such string and may hold more.
 */
export class PatternAutomaton {
  readonly anchoredStart: boolean
  readonly anchoredEnd: boolean
  readonly characters: CharacterSet
  readonly first: CharacterSet

  private readonly nodes: readonly Node[]
  private readonly final: number

  private constructor(nodes: readonly Node[], before: number, final: number) {
    this.nodes = nodes
    this.final = final
    this.anchoredStart = !nodes.some((node) => node.state === before && !node.atStart)
    this.anchoredEnd = !nodes.some((node) => node.state === final && !node.ended)
    this.characters = unite(nodes)
    this.first = unite(this.close(nodes.slice(0, 1)))
  }

  /** Throws a RangeError on a pattern too large to understand. */
  static ofPattern(pattern: AST.Pattern, mode: PatternMode): PatternAutomaton {
    const builder = new Builder()
    const before = builder.addState()
    builder.states[before]?.push({ to: before, characters: CharacterSet.any })
    const final = builder.addAlternatives(pattern.alternatives, mode, before)
    builder.states[final]?.push({ to: final, characters: CharacterSet.any })
    return new PatternAutomaton(explore(builder.states, before, final), before, final)
  }

  /** Every string over a set of characters. */
  static over(characters: CharacterSet): PatternAutomaton {
    const moves = characters.isEmpty ? [] : [{ characters, to: 0 }]
    return new PatternAutomaton([{ state: 1, atStart: true, ended: true, silent: [], moves }], 0, 1)
  }

  /** Whether one of the strings holds a text at a place. */
  mayContain(text: string, place: Place): boolean {
    let current = this.close(place === 'start' || place === 'whole' ? this.nodes.slice(0, 1) : this.nodes)
    for (const character of text) {
      const targets = [...current].flatMap((node) => node.moves.filter((move) => move.characters.has(character)))
      current = this.close(targets.map((move) => this.nodes[move.to]))
    }
    return place === 'end' || place === 'whole' ? this.accepts(current) : current.size > 0
  }

  /** Each string has one that is not complete as its beginning, or is one of the complete ones. Sorted by text. */
  findBeginnings(): Beginning[] {
    const beginnings: Beginning[] = []
    const open = [{ text: '', nodes: this.close(this.nodes.slice(0, 1)) }]
    for (let it = open.pop(); it; it = open.pop()) {
      const { text, nodes } = it
      const targets = new Map<string, Node[]>()
      let constant = text.length < LONGEST_BEGINNING && nodes.size <= MOST_NODES_AT_ONCE
      for (const move of [...nodes].flatMap((node) => node.moves)) {
        const letter = resolveLetter(move.characters)
        constant &&= letter !== undefined
        const target = this.nodes[move.to]
        if (letter === undefined || !target) continue
        const known = targets.get(letter)
        if (known) known.push(target)
        else targets.set(letter, [target])
      }
      constant &&= beginnings.length + open.length + targets.size <= MOST_BEGINNINGS
      if (!constant || this.accepts(nodes)) beginnings.push({ text, complete: constant })
      if (!constant) continue
      for (const [letter, next] of targets) open.push({ text: text + letter, nodes: this.close(next) })
    }
    return beginnings.sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
  }

  private accepts(nodes: Iterable<Node>): boolean {
    return [...nodes].some((node) => node.state === this.final)
  }

  private close(nodes: Iterable<Node | undefined>): Set<Node> {
    const closed = new Set<Node>()
    const add = (node: Node | undefined) => node && closed.add(node)
    for (const node of nodes) add(node)
    // A Set visits what is added to it on the way.
    for (const node of closed) for (const to of node.silent) add(this.nodes[to])
    return closed
  }
}

class Builder {
  readonly states: Edge[][] = []
  private readonly resolved = new Map<CharacterElement, CharacterSet | undefined>()

  addState(): number {
    if (this.states.length > MOST_STATES) throw new RangeError('The pattern is too large.')
    return this.states.push([]) - 1
  }

  addAlternatives(alternatives: readonly AST.Alternative[], mode: PatternMode, from: number): number {
    const end = this.addState()
    for (const alternative of alternatives) {
      let state = from
      for (const element of alternative.elements) state = this.addElement(element, mode, state)
      this.link(state, { to: end })
    }
    return end
  }

  private addElement(element: AST.Element, mode: PatternMode, from: number): number {
    switch (element.type) {
      case 'Group':
        return this.addAlternatives(element.alternatives, resolveMode(element, mode), from)
      case 'CapturingGroup':
        return this.addAlternatives(element.alternatives, mode, from)
      case 'Quantifier':
        return this.addQuantifier(element, mode, from)
      case 'Assertion':
        if (element.kind !== 'start' && element.kind !== 'end') return from
        return mode.multiline ? from : this.append(from, { assertion: element.kind })
      case 'Backreference':
        return this.addLoop(from, (state) => this.append(state, { characters: CharacterSet.any }))
      default: {
        const characters = this.resolveCharacters(element, mode)
        return characters
          ? this.append(from, { characters })
          : this.addLoop(from, (state) => this.append(state, { characters: CharacterSet.any }))
      }
    }
  }

  /** Undefined where the element consumes strings. An element has one mode, so that copies of it share the answer. */
  private resolveCharacters(element: CharacterElement, mode: PatternMode): CharacterSet | undefined {
    if (!this.resolved.has(element)) {
      const characters = mayConsumeStrings(element) ? undefined : resolvePatternCharacters(element, mode, 'most')
      this.resolved.set(element, characters)
    }
    return this.resolved.get(element)
  }

  private addQuantifier({ min, max, element }: AST.Quantifier, mode: PatternMode, from: number): number {
    let state = from
    let copies = 0
    const unroll = (limit: number) => copies < Math.min(limit, MOST_COPIES) && this.states.length < MOST_UNROLLED_STATES
    for (; unroll(min); copies++) state = this.addElement(element, mode, state)
    if (max > MOST_COPIES || copies < min) return this.addLoop(state, (body) => this.addElement(element, mode, body))
    for (; unroll(max); copies++) {
      const skipped = state
      state = this.append(this.addElement(element, mode, state), {})
      this.link(skipped, { to: state })
    }
    return copies < max ? this.addLoop(state, (body) => this.addElement(element, mode, body)) : state
  }

  private addLoop(from: number, addBody: (from: number) => number): number {
    const loop = this.append(from, {})
    this.link(addBody(loop), { to: loop })
    return this.append(loop, {})
  }

  private append(from: number, edge: Omit<Edge, 'to'>): number {
    const to = this.addState()
    this.link(from, { ...edge, to })
    return to
  }

  private link(from: number, edge: Edge): void {
    this.states[from]?.push(edge)
  }
}

/** Follows every edge, knowing whether anything was consumed and the end was asserted; leaves dead ends out. */
function explore(states: readonly Edge[][], before: number, final: number): Node[] {
  const nodes: Node[] = []
  const known = new Map<number, number>()
  const sources: number[][] = []
  const visit = (state: number, atStart: boolean, ended: boolean, source?: number): number => {
    const key = state * 4 + Number(atStart) * 2 + Number(ended)
    let index = known.get(key)
    if (index === undefined) {
      index = nodes.push({ state, atStart, ended, silent: [], moves: [] }) - 1
      known.set(key, index)
      sources.push([])
    }
    if (source !== undefined) sources[index]?.push(source)
    return index
  }
  visit(before, true, false)
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    for (const { to, characters, assertion } of (node && states[node.state]) ?? []) {
      if (!node || (assertion === 'start' && !node.atStart)) continue
      if (!characters) node.silent.push(visit(to, node.atStart, node.ended || assertion === 'end', index))
      else if (!node.ended && !characters.isEmpty) node.moves.push({ characters, to: visit(to, false, false, index) })
    }
  }
  return prune(nodes, sources, final)
}

function prune(nodes: readonly Node[], sources: readonly number[][], final: number): Node[] {
  const useful = new Set<number>()
  const open = [...nodes.keys()].filter((index) => nodes[index]?.state === final)
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (useful.has(index)) continue
    useful.add(index)
    open.push(...(sources[index] ?? []))
  }
  const places = new Map([...useful].sort((a, b) => a - b).map((index, place) => [index, place]))
  const place = (index: number): number[] => [places.get(index) ?? []].flat()
  return nodes.filter((_, index) => useful.has(index)).map((node) => ({
    ...node,
    silent: node.silent.flatMap(place),
    moves: node.moves.flatMap(({ characters, to }) => place(to).map((target) => ({ characters, to: target }))),
  }))
}

function resolveMode({ modifiers }: AST.Group, mode: PatternMode): PatternMode {
  if (!modifiers) return mode
  const { add, remove } = modifiers
  const resolve = (flag: 'ignoreCase' | 'dotAll' | 'multiline') => (mode[flag] || add[flag]) && !remove?.[flag]
  return { ...mode, ignoreCase: resolve('ignoreCase'), dotAll: resolve('dotAll'), multiline: resolve('multiline') }
}

/** The one character of a set, or the lower-case one of the two cases of a letter. */
function resolveLetter(characters: CharacterSet): string | undefined {
  const [[first, last] = [0, Infinity], second] = characters.ranges
  if (first !== last) return undefined
  if (!second) return String.fromCodePoint(first)
  const upper = String.fromCodePoint(first)
  const isPair = second[0] === second[1] && second[0] === first + LETTER_CASE && /[A-Z]/.test(upper)
  return isPair && characters.ranges.length === 2 ? upper.toLowerCase() : undefined
}

function unite(nodes: Iterable<Node>): CharacterSet {
  return CharacterSet.none.union(...new Set([...nodes].flatMap((node) => node.moves.map((move) => move.characters))))
}
