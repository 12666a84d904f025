import { CharacterSet } from '../syntax/character-set.ts'
import { oncePerKey } from '../syntax/once-per-key.ts'
import type { RegexLanguage } from '../syntax/regex-language.ts'
import { SINK_KINDS } from './kinds.ts'
import type { SinkKind } from './kinds.ts'

interface Proof {
  /** Why these conditions suffice. */
  readonly reason: string
  readonly holds: (language: RegexLanguage) => boolean
}

const KINDS = Object.keys(SINK_KINDS) as SinkKind[] // Object.keys forgets the keys of a closed object
const DIGITS = CharacterSet.ofRanges([[0x30, 0x39]])
const WORD = DIGITS.union(CharacterSet.ofRanges([[0x41, 0x5a], [0x61, 0x7a]]), CharacterSet.of('_'))

// POSIX XCU 2.2 (quoting) and 2.6 (expansions), the comment, history and brace characters of bash, and % ^ of cmd.exe.
// Not among them: space, tab, `=` and `,`, which add words but no command, and `~`, which names a folder.
const SHELL = CharacterSet.of(';&|$`<>(){}[]*?#!\'"\\\n\r\0%^')
// A percent sign is a separator once the value is decoded; a colon names a drive or an NTFS stream.
const PATH = CharacterSet.of('\\:%')
// Outside quotes a space, comma, parenthesis or comparison changes a query too. Only ASCII: SQL Server turns U+02BC, a
// letter, into a quote.
const QUERY = WORD.union(CharacterSet.of('-.:@+/'))
// The delimiters of the URL standard, and what it strips (tab, newlines) or reads as a dot or slash.
const URL_DELIMITERS = CharacterSet.of(':/\\@?#.%[] \t\n\r\u3002\uff0e\uff61\uff0f')
const FIXED_ORIGIN = /^(?:https?|wss?):\/\/[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d+)?[/?#]/i
const REGEX = CharacterSet.of('^$\\.*+?()[]{}|')
const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype']

const ADDRESS: Proof = {
  reason: 'Without delimiter or dot the value stays in its segment; with a fixed origin it cannot choose the host.',
  holds: ({ characters, beginnings }) => !characters.intersects(URL_DELIMITERS) || (beginnings.length > 0
    && beginnings.every(({ text, complete }) => FIXED_ORIGIN.test(complete ? `${text}/` : text))),
}

const PROOFS: Record<SinkKind, Proof> = {
  'shell-text': {
    reason: 'No character that sh, bash or cmd.exe gives a meaning: no command can be added. Options and further '
      + 'arguments can, which is the kind argument.',
    holds: ({ characters }) => !characters.intersects(SHELL),
  },
  command: {
    reason: 'Any word may be the name of a program: only constants will do.',
    holds: () => false,
  },
  argument: {
    reason: 'A program reads an argument as an option only if it begins with a hyphen.',
    holds: ({ first }) => !first.has('-'),
  },
  code: {
    reason: 'Letters, digits and underscores of ASCII make a name or a number, without operator, call or member.',
    holds: ({ characters }) => WORD.includes(characters),
  },
  path: {
    reason: 'No segment is "..", and the path is neither absolute nor below a drive or a home folder.',
    holds: (language) =>
      !language.characters.intersects(PATH) && !language.first.has('/') && !language.first.has('~')
      && !mayHoldParentSegment(language),
  },
  'query-text': {
    reason: 'No quote, space, operator or comment: the value stays inside the literal or name that it stands in.',
    holds: ({ characters, mayContain }) => QUERY.includes(characters) && !mayContain('--'),
  },
  'raw-query': {
    reason: 'A statement that the client writes is safe only where it is one of a list.',
    holds: () => false,
  },
  'query-filter': {
    reason: 'A test turns an object into "[object Object]": a pattern without brackets admits no operator object.',
    holds: ({ characters }) => !characters.has('['),
  },
  url: ADDRESS,
  'redirected-url': ADDRESS,
  'opened-url': {
    reason: 'Without a colon there is no scheme; with a fixed one it is known which program opens it.',
    holds: ({ characters, beginnings }) => !characters.has(':') || (beginnings.length > 0
      && beginnings.every(({ text, complete }) => complete || /^https?:\/\//i.test(text))),
  },
  'url-path': {
    reason: 'Neither a separator, nor an escape that may decode to one, nor dots: the value stays in its segment.',
    holds: ({ characters, mayContain }) =>
      !characters.intersects(CharacterSet.of('/\\%?#')) && !mayContain('..', 'whole') && !mayContain('.', 'whole'),
  },
  'regex-pattern': {
    reason: 'No character that a regular expression gives a meaning outside a class.',
    holds: ({ characters }) => !characters.intersects(REGEX),
  },
  'property-key': {
    reason: 'Not one of the keys that lead to a prototype, nor a path (a.b, a[b]) that holds one.',
    holds: ({ characters, mayContain }) => {
      const place = characters.has('.') || characters.has('[') ? 'anywhere' : 'whole'
      return !PROTOTYPE_KEYS.some((key) => mayContain(key, place))
    },
  },
}

/** The sink kinds at which no string of a language does harm. Constants and plain digits are harmless everywhere. */
export function kindsClearedBy(language: RegexLanguage): readonly SinkKind[] {
  return oncePerKey(cleared, language, () => findCleared(language))
}

const cleared = new WeakMap<RegexLanguage, readonly SinkKind[]>()

function findCleared(language: RegexLanguage): readonly SinkKind[] {
  if (language.constants || DIGITS.includes(language.characters)) return KINDS
  return KINDS.filter((kind) => PROOFS[kind].holds(language))
}

function mayHoldParentSegment({ mayContain }: RegexLanguage): boolean {
  return mayContain('..', 'whole') || mayContain('../', 'start') || mayContain('/..', 'end') || mayContain('/../')
}
