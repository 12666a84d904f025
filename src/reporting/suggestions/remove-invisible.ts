import type { Rule, SourceCode } from 'eslint'
import type { Literal, TemplateElement } from 'estree'
import { findPoison, withoutInvisible } from '../../knowledge/descriptions/find-poison.ts'

const ESCAPE = /\\u(?:\{[\da-f]+\}|d[89ab][\da-f]{2}\\ud[c-f][\da-f]{2}|[\da-f]{4})|\\xad/giu

/** Takes hidden characters out of a text, whether they are written as themselves or as escapes. */
export function removeInvisible(sourceCode: SourceCode, node: Literal | TemplateElement): Rule.ReportFixer | undefined {
  const { range } = node
  if (!range) return undefined
  const raw = sourceCode.text.slice(...range)
  const visible = withoutInvisible(raw)
  const clean = visible.replaceAll(ESCAPE, (escape, offset: number) => (!isEscaped(visible, offset) && isHidden(escape) ? '' : escape))
  return clean === raw ? undefined : (fixer) => fixer.replaceTextRange(range, clean)
}

function isHidden(escape: string): boolean {
  const units = [...escape.matchAll(/[\da-f]{2,}/giu)].map(([digits]) => Number.parseInt(digits, 16))
  const isPoint = escape.includes('{')
  return findPoison(isPoint ? String.fromCodePoint(...units) : String.fromCharCode(...units)).length > 0
}

/** True where the backslash itself is escaped. */
function isEscaped(raw: string, index: number): boolean {
  let count = 0
  for (let at = index - 1; raw[at] === '\\'; at -= 1) count += 1
  return count % 2 === 1
}
