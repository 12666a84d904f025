import type { CallView, MethodRow } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { CharacterSet } from '../../../syntax/character-set.ts'
import { describeRemoval, describeStringsOver } from '../../../syntax/regex-language.ts'
import { kindsClearedBy } from '../../metacharacters.ts'

const CARRYING = [
  'trim', 'trimStart', 'trimEnd', 'toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'toLocaleUpperCase', 'slice', 'substring', 'substr',
  'padStart', 'padEnd', 'repeat', 'normalize', 'charAt', 'at', 'toWellFormed', 'match', 'matchAll', 'exec', 'toJSON',
  'flat', 'reverse', 'sort',
  'toSorted', 'toReversed', 'pop', 'shift', 'entries', 'values', 'subarray', 'get',
]

/** What has a meaning in a regular expression outside a class. */
const PATTERN_CHARACTERS = CharacterSet.of('\\^$.*+?()[{|')

/** Methods of strings; on anything that is not an object of the code's own they carry what they are called on. */
export const textMethods: readonly MethodRow[] = [
  { names: CARRYING, on: 'text', returns: carry },
  { names: ['toString', 'valueOf'], on: 'text', returns: (call) => call.receiver && sameConstant(call, (text) => text, 'to-string') },
  { names: ['concat'], on: 'text', returns: (call) => call.text([...(call.receiver ? [call.receiver] : []), ...call.args]) },
  { names: ['replace', 'replaceAll'], on: 'text', returns: replaced },
  { names: ['split'], on: 'text', returns: split },
  { names: ['startsWith', 'endsWith', 'includes'], on: 'text', returns: asked },
  {
    names: ['indexOf', 'lastIndexOf', 'search', 'localeCompare', 'charCodeAt', 'codePointAt', 'getTime'],
    on: 'text', returns: (call) => call.unknown('number'),
  },
]

function carry(call: CallView, name: string): Value | undefined {
  if (!call.receiver) return undefined
  switch (name) {
    case 'trim':
      return sameConstant(call, (text) => text.trim(), 'trim')
    case 'toLowerCase':
      return sameConstant(call, (text) => text.toLowerCase(), name)
    case 'toUpperCase':
      return sameConstant(call, (text) => text.toUpperCase(), name)
    case 'slice':
      return call.derived(losesLast(call) ? 'respelled' : name, [call.receiver])
    default:
      return call.derived(name, [call.receiver])
  }
}

function sameConstant(call: CallView, compute: (text: string) => string, name: string): Value | undefined {
  if (!call.receiver) return undefined
  const known = call.constant(call.receiver)
  return typeof known?.value === 'string' ? call.constantOf(compute(known.value)) : call.derived(name, [call.receiver])
}

/** `p.slice(0, -1)` is how paths lose a separator at their end. */
function losesLast(call: CallView): boolean {
  return call.constant(call.arg(0))?.value === 0 && call.constant(call.arg(1))?.value === -1
}

/** What no guard knows proves nothing, but the text was looked at. */
function asked(call: CallView): Value | undefined {
  if (call.receiver) call.proves([{ value: call.receiver }])
  return call.unknown('boolean')
}

function split(call: CallView): Value | undefined {
  if (!call.receiver) return undefined
  const [text, separator] = [call.constant(call.receiver)?.value, call.constant(call.arg(0))?.value]
  if (typeof text === 'string' && typeof separator === 'string') {
    return call.array(text.split(separator).map((part) => call.constantOf(part)))
  }
  return call.array(undefined, [call.derived('split', [call.receiver])])
}

/** What is left after a replacement: text over the characters kept, escaped text, or text like before. */
function replaced(call: CallView, name: string): Value | undefined {
  const { receiver } = call
  if (!receiver) return undefined
  const [pattern, given] = [call.arg(0), call.arg(1)]
  const isComputed = call.isFunction(given)
  const put = isComputed ? call.call(given, matchedBy(call, receiver, pattern)) : given
  const replacement = call.constant(put)?.value
  if (typeof replacement !== 'string') return call.derived('replace', [receiver, put])
  const all = name === 'replaceAll' || (pattern.op === 'regex' && pattern.flags.includes('g'))
  const target = pattern.op === 'regex' ? pattern.source : call.constant(pattern)?.value
  if (all && (target === '\\\\' || target === '\\') && replacement === '\\\\') return call.derived('escape-backslash', [receiver])
  if (typeof target === 'string' && isRespelled(target, replacement, pattern.op === 'regex')) return call.derived('respelled', [receiver])
  const isScriptString = all && target === '"' && replacement === '\\"' && receiver.op === 'derived' && receiver.name === 'escape-backslash'
  if (isScriptString) return call.derived('escape-script', [receiver])
  const escape = all && !isComputed && typeof target === 'string' ? escapeName(target, replacement) : undefined
  if (escape) return call.derived(escape, [receiver])
  const kept = pattern.op === 'regex' ? describeRemoval(pattern.source, pattern.flags) : undefined
  if (all && kept && replacement === '\\$&') {
    return call.derived('replace', [receiver], kept.intersects(PATTERN_CHARACTERS) ? undefined : ['regex-pattern'])
  }
  if (!kept) return call.derived('replace', [receiver])
  return call.derived('replace', [receiver], kindsClearedBy(describeStringsOver(kept.union(CharacterSet.of(replacement)))))
}

/** What a function is given of each match: the whole, and a group for each that the pattern may have. */
function matchedBy(call: CallView, receiver: Value, pattern: Value): readonly Value[] {
  const groups = pattern.op === 'regex' ? pattern.source.split('(').length - 1 : 0
  return Array.from({ length: groups + 1 }, () => call.derived('match', [receiver]))
}

/** The escapes that are complete between the quotes they are made for. */
function escapeName(target: string, replacement: string): string | undefined {
  switch (`${target} ${replacement}`) {
    case "' '\\''":
    case "' '\"'\"'":
      return 'escape-posix'
    case '" ""':
      return 'escape-double-quote'
    case "' ''":
      return 'escape-single-quote'
    case '` ``':
      return 'escape-backtick'
    case '] ]]':
    case '\\] ]]':
      return 'escape-bracket'
    default:
      return undefined
  }
}

const SEPARATORS = /^(?:\(\?<!\^\))?(?:\\?\/|\\\\|\[(?:\\?\/|\\\\)+\])+[+?*]?\$?$/u
const EDGE = /^(?:\^\[[^\]\w./\\^-]+\][+*]?|\[[^\]\w./\\^-]+\][+*]?\$|\^\\s[+*]|\\s[+*]\$)$/u

/** Separators written otherwise, quotes and blanks taken off the ends: the same file by another spelling. */
function isRespelled(target: string, replacement: string, isPattern: boolean): boolean {
  if (!isPattern) return (target === '/' || target === '\\') && (replacement === '/' || replacement === '\\')
  if (['/', '\\', '\\\\'].includes(replacement)) return SEPARATORS.test(target)
  return replacement === '' && target.split('|').every((part) => EDGE.test(part) || (part.endsWith('$') && SEPARATORS.test(part)))
}
