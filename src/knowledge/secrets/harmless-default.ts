/** Values that stand for no credential at all, and those that services without any want in its place. */
const NONE = new RegExp(
  '^(?:none|null|nil|undefined|false|true|empty|unset|unknown|n/?a|optional|disabled|off|-|'
  + 'not[-_ ].*|no[-_ ].*|sk-no-key.*|dummy.*|demo.*|fake.*|ollama|lm-?studio|local(?:host)?|anonymous|anon|guest|public|'
  + 'placeholder.*|your[-_ ].*|<.*>|x{3,}|\\*{3,}|\\.{3}|missing.*|your.*here|redacted|\\[.*\\])$',
  'iu',
)

const NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/u

/** Whether nobody gets in with a default of this text: it is empty, a word for nothing, or a name. */
export function isHarmlessDefault(text: string): boolean {
  const value = text.trim()
  return value === '' || NONE.test(value) || NAME.test(value) || /\s/u.test(value)
}
