import { visitRegExpAST } from '@eslint-community/regexpp'
import type { AST } from '@eslint-community/regexpp'
import { CharacterSet } from './character-set.ts'

/** What of a pattern's flags bears on its characters; `unicode` is true under `u` and under `v`. */
export interface PatternMode {
  readonly ignoreCase: boolean
  readonly dotAll: boolean
  readonly multiline: boolean
  readonly unicode: boolean
}

/** Folding and properties are not computed exactly: `most` never lacks a character, `least` never has one too many. */
export type Bound = 'most' | 'least'

export type CharacterElement =
  | AST.Character
  | AST.CharacterSet
  | AST.CharacterClass
  | AST.CharacterClassRange
  | AST.ExpressionCharacterClass
  | AST.ClassStringDisjunction
  | AST.ClassIntersection
  | AST.ClassSubtraction

const ASCII = CharacterSet.ofRanges([[0, 0x7f]])
const NON_ASCII = ASCII.complement()
const LINE_TERMINATORS = CharacterSet.of('\n\r\u2028\u2029')
const DIGITS = CharacterSet.ofRanges([[0x30, 0x39]])
const WORD = DIGITS.union(CharacterSet.ofRanges([[0x41, 0x5a], [0x61, 0x7a]]), CharacterSet.of('_'))
// ECMA-262 WhiteSpace and LineTerminator.
const SPACE = CharacterSet.of('\t\v\f\ufeff \u00a0\u1680\u202f\u205f\u3000').union(
  LINE_TERMINATORS,
  CharacterSet.ofRanges([[0x2000, 0x200a]]),
)
const CASE_DISTANCE = 0x20

/** The characters that one element of a pattern consumes. */
export function resolvePatternCharacters(element: CharacterElement, mode: PatternMode, bound: Bound): CharacterSet {
  switch (element.type) {
    case 'Character':
      return fold(CharacterSet.ofRanges([[element.value, element.value]]), mode, bound)
    case 'CharacterClassRange':
      return fold(CharacterSet.ofRanges([[element.min.value, element.max.value]]), mode, bound)
    case 'CharacterSet':
      return resolveEscape(element, mode, bound)
    case 'CharacterClass': {
      const members = (inner: Bound) =>
        CharacterSet.none.union(...element.elements.map((member) => resolvePatternCharacters(member, mode, inner)))
      return element.negate ? members(opposite(bound)).complement() : members(bound)
    }
    case 'ExpressionCharacterClass':
      return element.negate
        ? resolvePatternCharacters(element.expression, mode, opposite(bound)).complement()
        : resolvePatternCharacters(element.expression, mode, bound)
    case 'ClassIntersection':
      return resolvePatternCharacters(element.left, mode, bound).intersect(
        resolvePatternCharacters(element.right, mode, bound),
      )
    case 'ClassSubtraction':
      return resolvePatternCharacters(element.left, mode, bound).without(
        resolvePatternCharacters(element.right, mode, opposite(bound)),
      )
    case 'ClassStringDisjunction':
      return unknown(bound)
  }
}

/** Under `v` a class may hold strings, and then consumes none, one or many characters. */
export function mayConsumeStrings(element: CharacterElement): boolean {
  let found = false
  visitRegExpAST(element, {
    onClassStringDisjunctionEnter: () => { found = true },
    onCharacterSetEnter: (set) => { found ||= set.kind === 'property' && set.strings },
  })
  return found
}

function resolveEscape(set: AST.CharacterSet, mode: PatternMode, bound: Bound): CharacterSet {
  if (set.kind === 'any') return mode.dotAll ? CharacterSet.any : LINE_TERMINATORS.complement()
  if (set.kind === 'space') return set.negate ? fold(SPACE.complement(), mode, bound) : SPACE
  if (set.kind === 'digit') return set.negate ? fold(DIGITS.complement(), mode, bound) : DIGITS
  const positive = (inner: Bound) => (set.kind === 'property' ? resolveProperty(set, inner) : WORD)
  if (!set.negate) return fold(positive(bound), mode, bound)
  // Under `u` folding follows negation, under `v` it comes before: each bound takes the order that keeps it a bound.
  if (bound === 'most') return fold(positive('least').complement(), mode, bound)
  return fold(positive('most'), mode, 'most').complement()
}

/** Exact for ASCII, where the metacharacters are; beyond it all or nothing. */
function resolveProperty(set: AST.UnicodePropertyCharacterSet, bound: Bound): CharacterSet {
  if (set.strings) return unknown(bound)
  const name = set.value === null ? set.key : `${set.key}=${set.value}`
  let property: RegExp
  try {
    property = new RegExp(`^\\p{${name}}$`, 'u')
  } catch {
    return unknown(bound) // a property of a later Unicode version than this Node's
  }
  const members = Array.from({ length: 0x80 }, (_, code) => String.fromCharCode(code)).filter((it) => property.test(it))
  const ascii = CharacterSet.of(members.join(''))
  return bound === 'most' ? ascii.union(NON_ASCII) : ascii
}

function fold(set: CharacterSet, mode: PatternMode, bound: Bound): CharacterSet {
  if (!mode.ignoreCase) return set
  const folded = set.union(
    shift(set.intersect(CharacterSet.ofRanges([[0x41, 0x5a]])), CASE_DISTANCE),
    shift(set.intersect(CharacterSet.ofRanges([[0x61, 0x7a]])), -CASE_DISTANCE),
  )
  if (bound === 'least') return folded
  const beyond = set.intersects(NON_ASCII) ? NON_ASCII : CharacterSet.none
  if (!mode.unicode) return folded.union(beyond)
  // Unicode folds the Kelvin sign to k and the long s to s, the only pairs that cross the border of ASCII.
  const kelvin = folded.has('k') || folded.has('\u212a') ? CharacterSet.of('kK\u212a') : CharacterSet.none
  const longS = folded.has('s') || folded.has('\u017f') ? CharacterSet.of('sS\u017f') : CharacterSet.none
  return folded.union(beyond, kelvin, longS)
}

function shift(set: CharacterSet, distance: number): CharacterSet {
  return CharacterSet.ofRanges(set.ranges.map(([first, last]) => [first + distance, last + distance]))
}

function opposite(bound: Bound): Bound {
  return bound === 'most' ? 'least' : 'most'
}

function unknown(bound: Bound): CharacterSet {
  return bound === 'most' ? CharacterSet.any : CharacterSet.none
}
