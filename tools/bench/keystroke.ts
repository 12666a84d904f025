import { parse } from '@typescript-eslint/parser'

/** Where someone types: a letter comes between the two halves of the text. */
export interface Keystroke {
  readonly before: string
  readonly after: string
}

/**
 * The end of the string nearest the middle of a text that stands inside a function, so that typing there changes what
 * the function does and still parses. Without such a string, the end of the text, in a comment.
 */
export function findKeystroke(text: string): Keystroke {
  const middle = text.length / 2
  const [nearest] = stringsInFunctions(text).sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  if (nearest === undefined) return { before: `${text}\n// `, after: '' }
  return { before: text.slice(0, nearest), after: text.slice(nearest) }
}

/** The offsets of the closing quotes. */
function stringsInFunctions(text: string): number[] {
  const ends: number[] = []
  const visit = (node: unknown, inFunction: boolean): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, value, range } = node as { type?: string; value?: unknown; range?: [number, number] }
    if (inFunction && type === 'Literal' && typeof value === 'string' && range) ends.push(range[1] - 1)
    // Types hold literals as well, and do nothing.
    if (type?.startsWith('TSType') || type === 'TSLiteralType') return
    const inside = inFunction || /Function/.test(type ?? '')
    for (const [key, child] of Object.entries(node)) if (key !== 'parent') visit(child, inside)
  }
  try {
    visit(parse(text, { range: true }).body, false)
  } catch {
    // What does not parse is typed at its end.
  }
  return ends
}
