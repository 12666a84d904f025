/** What stands in documentation and templates where a secret belongs. Matched anywhere in a value, in any case. */
const WORDS = new RegExp(
  [
    'example', 'sample', 'placeholder', 'change[-_ ]?(?:me|this|it)', 'replace', 'insert', 'dummy', 'fake', 'mock',
    'redacted', 'masked', 'hidden', 'secret', 'password', 'passwd', 'token', 'api[-_ ]?key', 'your[-_ ]', '^my[-_]',
    'goes[-_ ]?here', 'enter[-_ ]', 'x{4}', '\\*{3}', '\\.{3}', '…', '•{2}', 'todo', 'undefined', 'default',
    'invalid', 'foobar', 'lorem', 'qwerty', 'asdf', 'deadbeef', 'cafebabe', 'testing', 'test[-_]', '[-_]test',
    'not[-_]real',
  ].join('|'),
  'i',
)

/** A hole that a template engine, a shell or a printf fills. */
const HOLE = /[<>\0]|\$\{|\{\{|\$\(|%[sd@]|\$[A-Z_]{3,}|\[[A-Za-z_ -]+\]/

const MIN_BITS_PER_CHARACTER = 2.5
const MAX_STRIDE = 16
const MIN_PAIRS = 8

/**
 * Whether a value stands for a secret without being one: a word of documentation, a hole for a template, or a run of
 * characters that somebody typed (`xxxxxxxx`, `1234567890abcdef`, `a1b2c3d4e5f6`).
 */
export function isPlaceholder(value: string): boolean {
  return WORDS.test(value) || HOLE.test(value) || getBitsPerCharacter(value) < MIN_BITS_PER_CHARACTER || isTyped(value)
}

/** Shannon entropy of the characters of a text, in bits per character; 0 for an empty text. */
export function getBitsPerCharacter(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}

/**
 * Whether more than half of the characters equal, or follow or precede by one, the character some fixed distance
 * before: counted-up, repeated and interleaved runs do. Of random hexadecimal digits, the densest alphabet in use, 17%
 * do so by chance; fewer than eight pairs prove nothing.
 */
function isTyped(value: string): boolean {
  for (let stride = 1; stride <= Math.min(MAX_STRIDE, value.length - MIN_PAIRS); stride++) {
    let near = 0
    for (let index = stride; index < value.length; index++) {
      if (Math.abs(value.charCodeAt(index) - value.charCodeAt(index - stride)) <= 1) near++
    }
    if (near / (value.length - stride) > 0.5) return true
  }
  return false
}
