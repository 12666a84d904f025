/** A report that a comment asks for. */
export interface Expectation {
  /** Of the sink, counted from 1. */
  readonly line: number
  /** Without the plugin's prefix. */
  readonly rule: string
}

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

/** True where a line of the text is marked as safe. */
export function hasSafeMarker(text: string): boolean {
  return SAFE.test(text)
}
