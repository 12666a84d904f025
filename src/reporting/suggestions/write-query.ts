import type { SourceCode } from 'eslint'
import type { Expression, Node } from 'estree'
import { findWrittenValues } from '../../syntax/find-written-values.ts'
import { getStringParts, type StringPart } from '../../syntax/get-string-parts.ts'
import { quoteText } from '../../syntax/quote-text.ts'
import type { DeclaredType } from '../../syntax/resolve-declared-type.ts'
import { resolveValueType } from '../../syntax/resolve-value-type.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import { writeString } from '../../syntax/write-string.ts'
import { parseQuery, type QueryPart, type QuerySyntax, type QueryValue } from './parse-query.ts'
import { resolveWordForm } from './resolve-word-form.ts'

/** How a driver wants a query, beyond what its SQL looks like. */
export interface QueryStyle extends QuerySyntax {
  /** What it lets one bind for `LIMIT`: a number in a string too, a number only (as SQL text took both), or nothing. */
  readonly count: 'any' | 'number' | 'none'
  /**
   * What becomes of a value. `untyped`: its text, and the server finds the type. `typed`: a number stays one, which SQLite
   * stores as 12.0 among texts and MySQL compares with the numbers in texts. `strict`: likewise, and a boolean is refused.
   */
  readonly values: 'untyped' | 'typed' | 'strict'
}

/** A query with placeholders, as source text, and the values for it in the order in which the driver wants them. */
export interface BoundQuery {
  readonly text: string
  /** The same text as the inside of a template whose values are its holes. */
  readonly template: string
  readonly values: readonly { readonly text: string; readonly holes: readonly Expression[] }[]
}

/** Names of what is SQL itself when it stands without quotes. */
const FRAGMENT =
  /(?:cols?|columns?|fields?|tables?|schema|expr(?:ession)?|clause|sql|query|values|list|ids|where|order|direction)$/i

/** `existing` are the values that the call has already, one for each placeholder of the text. */
export function writeQuery(
  sourceCode: SourceCode,
  query: Node,
  existing: readonly string[],
  style: QueryStyle,
): BoundQuery | undefined {
  if (sourceCode.getCommentsInside(query).length > 0) return undefined
  const parts = parseQuery(getStringParts(query), style)
  if (!parts?.every((part) => part.kind !== 'value' || isBindable(sourceCode, part, style))) return undefined
  return style.placeholder === 'numbered'
    ? writeNumbered(sourceCode, query, parts, existing, style)
    : writeQuestionMarks(sourceCode, query, parts, existing, style)
}

function writeNumbered(
  sourceCode: SourceCode,
  query: Node,
  parts: readonly QueryPart[],
  existing: readonly string[],
  style: QueryStyle,
): BoundQuery | undefined {
  const numbers = parts.flatMap((part) => (part.kind === 'placeholder' ? [Number(part.text.slice(1))] : []))
  if (Math.max(0, ...numbers) !== existing.length) return undefined
  const values: BoundQuery['values'][number][] = existing.map((text) => ({ text, holes: [] }))
  const text = parts.map((part) => {
    if (part.kind !== 'value') return part.text
    values.push(writeValue(sourceCode, part, style))
    return `$${values.length}`
  })
  return { text: quoteQuery(sourceCode, query, text.join('')), template: writeTemplate(sourceCode, parts, style), values }
}

function writeQuestionMarks(
  sourceCode: SourceCode,
  query: Node,
  parts: readonly QueryPart[],
  existing: readonly string[],
  style: QueryStyle,
): BoundQuery | undefined {
  if (parts.filter((part) => part.kind === 'placeholder').length !== existing.length) return undefined
  const rest = [...existing]
  const values = parts.flatMap((part) => {
    if (part.kind === 'sql') return []
    return part.kind === 'value' ? [writeValue(sourceCode, part, style)] : [{ text: rest.shift() ?? '', holes: [] }]
  })
  const text = parts.map((part) => (part.kind === 'sql' ? part.text : '?')).join('')
  return { text: quoteQuery(sourceCode, query, text), template: writeTemplate(sourceCode, parts, style), values }
}

/** Templates stay templates, so that a query over several lines keeps its lines. */
function quoteQuery(sourceCode: SourceCode, query: Node, text: string): string {
  const isTemplate = stripCasts(query).type === 'TemplateLiteral' || text.includes('\n')
  return isTemplate ? `\`${escapeTemplate(text)}\`` : quoteText(sourceCode, text)
}

function writeTemplate(sourceCode: SourceCode, parts: readonly QueryPart[], style: QueryStyle): string {
  return parts.map((part) =>
    part.kind === 'value' ? `\${${writeValue(sourceCode, part, style).text}}` : escapeTemplate(part.text),
  ).join('')
}

function escapeTemplate(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, '\\$&')
}

/** `'%${q}%'` becomes the value `%${q}%`; a value that alone was the literal is bound as it is. */
function writeValue(sourceCode: SourceCode, value: QueryValue, style: QueryStyle): BoundQuery['values'][number] {
  const parts = value.parts.map(withoutEscape)
  const holes = parts.flatMap((part) => (part.kind === 'hole' ? [part.node] : []))
  const [first, ...others] = parts
  if (first?.kind !== 'hole' || others.length > 0) return { text: writeString(sourceCode, parts), holes }
  const text = sourceCode.getText(first.node)
  const becomesText = value.quoted && style.values !== 'untyped' && resolveValueType(sourceCode, first.node) !== 'string'
  if (becomesText) return { text: `String(${text})`, holes }
  return { text: first.node.type === 'SequenceExpression' ? `(${text})` : text, holes }
}

/** Doubling quotes by hand ends with binding: the driver would store the doubled ones. */
function withoutEscape(part: StringPart): StringPart {
  if (part.kind !== 'hole' || part.node.type !== 'CallExpression') return part
  const { callee, arguments: [pattern, replacement] } = part.node
  if (callee.type !== 'MemberExpression' || callee.computed || callee.optional) return part
  if (callee.object.type === 'Super') return part
  const isReplace = callee.property.type === 'Identifier' && /^replace(?:All)?$/.test(callee.property.name)
  if (!isReplace || pattern?.type !== 'Literal' || replacement?.type !== 'Literal') return part
  const isQuote = pattern.value === "'" || ('regex' in pattern && pattern.regex.pattern === "'")
  return isQuote && replacement.value === "''" ? { kind: 'hole', node: callee.object } : part
}

function isBindable(sourceCode: SourceCode, value: QueryValue, style: QueryStyle): boolean {
  if (value.isCount && style.count !== 'any') {
    if (style.count === 'none' || !value.parts.every((part) => typeOf(sourceCode, part).startsWith('number'))) return false
  }
  if (!value.quoted && style.values === 'strict' && value.parts.some((part) => typeOf(sourceCode, part) === 'other')) return false
  return value.parts.map((part) => (value.quoted ? withoutEscape(part) : part)).every((part) => {
    if (part.kind !== 'hole') return true
    const form = resolveWordForm(sourceCode, part.node)
    return value.quoted ? form !== 'quoted' : form === 'one' && !isFragment(sourceCode, part.node)
  })
}

function typeOf(sourceCode: SourceCode, part: StringPart): DeclaredType {
  return part.kind === 'hole' ? resolveValueType(sourceCode, part.node) : 'unknown'
}

/** Constant text that reaches a query outside quotes is SQL, such as a column or `NULL`, and no value. */
function isFragment(sourceCode: SourceCode, node: Node, depth = 0): boolean {
  const expression = stripCasts(node)
  if (depth > 4 || expression.type === 'AwaitExpression') return depth > 4
  if (expression.type === 'ConditionalExpression') {
    return [expression.consequent, expression.alternate].some((part) => isFragment(sourceCode, part, depth + 1))
  }
  if (expression.type === 'LogicalExpression') {
    return [expression.left, expression.right].some((part) => isFragment(sourceCode, part, depth + 1))
  }
  if (expression.type === 'Literal') return typeof expression.value === 'string'
  if (expression.type === 'MemberExpression') {
    return expression.property.type === 'Identifier' && FRAGMENT.test(expression.property.name)
  }
  if (expression.type !== 'Identifier') return getStringParts(expression).some((part) => part.kind !== 'hole')
  if (FRAGMENT.test(expression.name)) return true
  return findWrittenValues(sourceCode, expression).some(({ value }) => isFragment(sourceCode, value, depth + 1))
}
