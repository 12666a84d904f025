import { RegExpParser } from '@eslint-community/regexpp'
import type { AST } from '@eslint-community/regexpp'
import { CharacterSet } from './character-set.ts'
import { oncePerKey } from './once-per-key.ts'
import { PatternAutomaton } from './pattern-automaton.ts'
import type { Beginning, Place } from './pattern-automaton.ts'
import { mayConsumeStrings, resolvePatternCharacters } from './resolve-pattern-characters.ts'
import type { CharacterElement, PatternMode } from './resolve-pattern-characters.ts'

/** A set of strings, never smaller than the one described: what it says cannot occur does not. */
export interface RegexLanguage {
  /** Whether every match begins at the start of the string; `^` under the `m` flag does not anchor. */
  readonly anchoredStart: boolean
  /** Whether every match ends at the end of the string; in JavaScript `$` admits no trailing newline. */
  readonly anchoredEnd: boolean
  /** What may occur anywhere in a string. */
  readonly characters: CharacterSet
  /** What a string may begin with. */
  readonly first: CharacterSet
  readonly mayBeEmpty: boolean
  /** All the strings, up to letter case, where they are constants that the pattern spells out. */
  readonly constants?: readonly string[]
  /** Each string begins with one of these, or is it if it is complete; nothing is known where the text is empty. */
  readonly beginnings: readonly Beginning[]
  mayContain: (text: string, place?: Place) => boolean
}

/** A run of characters that no string holds at a place. */
interface Exclusion {
  readonly run: readonly CharacterSet[]
  readonly atStart: boolean
  readonly atEnd: boolean
}

interface ParsedPattern {
  readonly pattern: AST.Pattern
  readonly mode: PatternMode
}

// The longest patterns in use (e-mail addresses by RFC 5322) have about 500 characters.
const LONGEST_SOURCE = 5_000
const MOST_RUNS = 64
const LONGEST_RUN = 32
const parser = new RegExpParser()

/** The strings for which a test of the pattern succeeds; undefined for a pattern that is invalid or too large. */
export function describeRegexLanguage(source: string, flags: string): RegexLanguage | undefined {
  return oncePerKey(languages, `${flags}/${source}`, () => describePattern(source, flags))
}

/** The patterns of the code that is being looked at: a check is met on many ways. */
const languages = new Map<string, RegexLanguage | undefined>()
const rejections = new Map<string, RegexLanguage | undefined>()

function describePattern(source: string, flags: string): RegexLanguage | undefined {
  return withPattern(source, flags, ({ pattern, mode }) => {
    const automaton = PatternAutomaton.ofPattern(pattern, mode)
    const [anchor, ...rest] = pattern.alternatives.length === 1 ? (pattern.alternatives[0]?.elements ?? []) : []
    if (anchor?.type !== 'Assertion' || anchor.kind !== 'start' || mode.multiline) return describe(automaton, [])
    const next = rest.findIndex((element) => element.type !== 'Assertion' || element.kind !== 'lookahead')
    const exclusions = rest.slice(0, Math.max(next, 0)).flatMap((element) =>
      element.type === 'Assertion' && element.kind === 'lookahead' && element.negate
        ? findExclusions(element.alternatives, mode, true, automaton.characters)
        : [])
    return describe(automaton, exclusions)
  })
}

/**
 * The strings for which a test of the pattern fails. Undefined where that tells nothing, and under `g` and `y`, whose
 * test begins where the last one ended and so fails on strings that hold a match.
 */
export function describeRejection(source: string, flags: string): RegexLanguage | undefined {
  if (/[gy]/.test(flags)) return undefined
  return oncePerKey(rejections, `${flags}/${source}`, () => describeRejected(source, flags))
}

function describeRejected(source: string, flags: string): RegexLanguage | undefined {
  return withPattern(source, flags, ({ pattern, mode }) => {
    const exclusions = findExclusions(pattern.alternatives, mode, false, CharacterSet.any)
    return exclusions.length > 0 ? describe(PatternAutomaton.over(CharacterSet.any), exclusions) : undefined
  })
}

/**
 * The characters that remain once every match is removed; those of the replacement are the caller's to add. Undefined
 * where any may remain: without `g`, or where only longer texts are removed, which may reappear from what is left.
 */
export function describeRemoval(source: string, flags: string): CharacterSet | undefined {
  if (!flags.includes('g') || flags.includes('y')) return undefined
  return withPattern(source, flags, ({ pattern, mode }) => {
    const removed = resolveRemoved(pattern.alternatives, mode, true)
    return removed && !removed.isEmpty ? removed.complement() : undefined
  })
}

/** Every string over a set of characters, such as what remains after a removal. */
export function describeStringsOver(characters: CharacterSet): RegexLanguage {
  return describe(PatternAutomaton.over(characters), [])
}

function withPattern<T>(source: string, flags: string, use: (parsed: ParsedPattern) => T): T | undefined {
  if (source.length > LONGEST_SOURCE) return undefined
  try {
    const { ignoreCase, dotAll, multiline, unicode, unicodeSets } = parser.parseFlags(flags)
    const pattern = parser.parsePattern(source, 0, source.length, { unicode, unicodeSets })
    return use({ pattern, mode: { ignoreCase, dotAll, multiline, unicode: unicode || unicodeSets } })
  } catch {
    return undefined // a syntax error, or a RangeError from nesting or size
  }
}

function describe(automaton: PatternAutomaton, exclusions: readonly Exclusion[]): RegexLanguage {
  const never = (among: readonly Exclusion[]) =>
    CharacterSet.none.union(...among.flatMap(({ run }) => (run.length === 1 ? run : [])))
  const characters = automaton.characters.without(never(exclusions.filter((it) => !it.atStart && !it.atEnd)))
  const beginnings = automaton.findBeginnings()
  const isFinite = beginnings.length > 0 && beginnings.every(({ complete }) => complete)
  const mayContain = (text: string, place: Place = 'anywhere') =>
    automaton.mayContain(text, place) && !exclusions.some((exclusion) => excludes(exclusion, text, place))
  return {
    anchoredStart: automaton.anchoredStart,
    anchoredEnd: automaton.anchoredEnd,
    characters,
    first: automaton.first.intersect(characters).without(never(exclusions.filter((it) => !it.atEnd))),
    mayBeEmpty: mayContain('', 'whole'),
    ...(isFinite ? { constants: beginnings.map(({ text }) => text) } : {}),
    beginnings,
    mayContain,
  }
}

function excludes({ run, atStart, atEnd }: Exclusion, text: string, place: Place): boolean {
  const characters = [...text]
  const last = characters.length - run.length
  const matches = (offset: number) => run.every((set, index) => set.has(characters[offset + index] ?? ''))
  if (last < 0) return false
  if (atStart && atEnd) return place === 'whole' && last === 0 && matches(0)
  if (atStart) return (place === 'whole' || place === 'start') && matches(0)
  if (atEnd) return (place === 'whole' || place === 'end') && matches(last)
  return characters.some((_, offset) => offset <= last && matches(offset))
}

/**
 * What strings cannot hold if none of the alternatives matches, from the start or anywhere. It may miss some, and never
 * finds too much: a repetition counts for its fewest copies.
 */
function findExclusions(
  alternatives: readonly AST.Alternative[],
  mode: PatternMode,
  fromStart: boolean,
  characters: CharacterSet,
): Exclusion[] {
  return alternatives.flatMap((alternative) => {
    const elements = [...alternative.elements]
    const atStart = isEdge(elements[0], 'start') ? Boolean(elements.shift()) : fromStart
    const atEnd = isEdge(elements.at(-1), 'end') && Boolean(elements.pop())
    const skipped = elements[0]
    // A leading `.*` looks at the whole string if it passes over whatever the string holds.
    const isAnywhere = skipped?.type === 'Quantifier' && skipped.min === 0 && skipped.max === Infinity
      && isCharacterElement(skipped.element)
      && resolvePatternCharacters(skipped.element, mode, 'least').includes(characters)
    const runs = findRuns(elements, mode) ?? []
    return runs.map((run) => ({ run, atStart: atStart && !isAnywhere, atEnd }))
  })
}

/** Runs of which every text is matched by the elements; undefined where none is certain. */
function findRuns(elements: readonly AST.Element[], mode: PatternMode): CharacterSet[][] | undefined {
  let runs: CharacterSet[][] = [[]]
  for (const element of elements) {
    const next = findElementRuns(element, mode)
    if (!next) return undefined
    runs = runs.flatMap((run) => next.map((more) => [...run, ...more]))
    if (runs.length > MOST_RUNS || runs.some((run) => run.length > LONGEST_RUN)) return undefined
  }
  return runs
}

function findElementRuns(element: AST.Element, mode: PatternMode): CharacterSet[][] | undefined {
  if (isCharacterElement(element)) return [[resolvePatternCharacters(element, mode, 'least')]]
  if (element.type === 'Quantifier') {
    if (element.min > LONGEST_RUN) return undefined
    const copies = (count: number) => findRuns(Array<AST.Element>(count).fill(element.element), mode)
    const fewest = copies(element.min)
    return element.min === 0 && element.max === 1 && fewest ? [...fewest, ...(copies(1) ?? [])] : fewest
  }
  if (element.type !== 'CapturingGroup' && (element.type !== 'Group' || element.modifiers)) return undefined
  const runs = element.alternatives.flatMap((alternative) => findRuns(alternative.elements, mode) ?? [])
  return runs.length > 0 ? runs : undefined
}

/** Undefined where an alternative may match nothing, and so step over a character that a later one would remove. */
function resolveRemoved(
  alternatives: readonly AST.Alternative[],
  mode: PatternMode,
  isAlone: boolean,
): CharacterSet | undefined {
  let removed = CharacterSet.none
  for (const { elements } of alternatives) {
    const [element] = elements
    const isOnly = isAlone && alternatives.length === 1
    const next = elements.length === 1 && element
      ? resolveRemovedBy(element, mode, isOnly)
      : elements.some(consumes) ? CharacterSet.none : undefined
    if (!next) return undefined
    removed = removed.union(next)
  }
  return removed
}

function resolveRemovedBy(element: AST.Element, mode: PatternMode, isAlone: boolean): CharacterSet | undefined {
  if (isCharacterElement(element)) return resolvePatternCharacters(element, mode, 'least')
  if (element.type === 'CapturingGroup' || (element.type === 'Group' && !element.modifiers)) {
    return resolveRemoved(element.alternatives, mode, isAlone)
  }
  if (element.type !== 'Quantifier' || !isCharacterElement(element.element) || element.max === 0) return undefined
  if (element.min === 0 && !(isAlone && element.greedy)) return undefined
  return element.min > 1 ? CharacterSet.none : resolvePatternCharacters(element.element, mode, 'least')
}

function consumes(element: AST.Element): boolean {
  return element.type === 'Quantifier' ? element.min > 0 && consumes(element.element) : isCharacterElement(element)
}

function isEdge(element: AST.Element | undefined, kind: 'start' | 'end'): boolean {
  return element?.type === 'Assertion' && element.kind === kind
}

function isCharacterElement(element: AST.Element): element is Extract<AST.Element, CharacterElement> {
  switch (element.type) {
    case 'Character':
      return true
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass':
      return !mayConsumeStrings(element)
    default:
      return false
  }
}
