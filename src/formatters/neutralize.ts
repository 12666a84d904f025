/**
 * Names and literals of the reviewed server appear in messages: control characters must not steer the terminal, and
 * direction marks must not reorder what is read.
 */
export function neutralize(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
}
