const COMMENTS = /("(?:[^"\\]|\\.)*")|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/gu
const TRAILING_COMMAS = /("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/gu

/** Reads JSON with comments and trailing commas, as `tsconfig.json` has them; `undefined` where it is none or no object. */
export function parseJsonc(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const plain = text.replace(COMMENTS, '$1').replace(TRAILING_COMMAS, '$1')
    const parsed: unknown = JSON.parse(plain)
    return typeof parsed === 'object' && parsed !== null ? parsed as Record<string, unknown> : undefined
  } catch {
    return undefined
  }
}
