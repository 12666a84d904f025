/** A report that a comment asks for. */
export interface Expectation {
  /** Of the sink, counted from 1. */
  readonly line: number
  /** Without the plugin's prefix. */
  readonly rule: string
}

/** A registration that a comment asks for. */
export interface ExpectedRegistration {
  /** Of the registering call, counted from 1. */
  readonly line: number
  /** As in `RegistrationKind`. */
  readonly kind: string
  /** `*` for a name that is computed. */
  readonly name: string
}

const REGISTERS = /\/\/ registers: (?<list>.*?)\s*(?:\/\/ (?:expect|safe):.*)?$/u
const MARKER = /\/\/ expect: (?<rules>[\w-]+(?:, [\w-]+)*)\s*$/u
const SAFE = /\/\/ safe: \S/u

/**
 * What `// expect: rule-name` (or several, with commas) asks of its own line, or of the next where it stands alone.
 * `// safe: reason` asks for silence, which is what every other line is owed as well.
 */
export function parseMarkers(text: string): Expectation[] {
  return text.split('\n').flatMap((content, index) => {
    const rules = MARKER.exec(content)?.groups?.['rules']
    if (rules === undefined) return []
    const line = content.trimStart().startsWith('//') ? index + 2 : index + 1
    return rules.split(', ').map((rule) => ({ line, rule }))
  })
}

/**
 * What `// registers: tool read_note` (or several, with commas) says of its own line, or of the next where it stands
 * alone. `// expect:` and `// safe:` may follow on the same line.
 */
export function parseRegistrations(text: string): ExpectedRegistration[] {
  return text.split('\n').flatMap((content, index) => {
    const list = REGISTERS.exec(content)?.groups?.['list']
    if (list === undefined) return []
    const line = content.trimStart().startsWith('//') ? index + 2 : index + 1
    return list.split(', ').map((entry) => {
      const [kind = '', ...name] = entry.trim().split(' ')
      return { line, kind, name: name.join(' ') }
    })
  })
}

/** True where a line of the text is marked as safe. */
export function hasSafeMarker(text: string): boolean {
  return SAFE.test(text)
}
