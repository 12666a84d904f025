import type { Expression, Node } from 'estree'
import { stripCasts } from './strip-casts.ts'

/** A piece of a string that is built: constant text, one value, or all elements of a list with a separator between. */
export type StringPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'hole'; readonly node: Expression }
  | { readonly kind: 'list'; readonly node: Expression; readonly separator: string }

/** Takes templates, concatenations and joined array literals apart. Whatever it does not know is one hole. */
export function getStringParts(node: Node): StringPart[] {
  return mergeText(partsOf(node))
}

function partsOf(node: Node): StringPart[] {
  const expression = stripCasts(node)
  if (expression.type === 'Literal' && (typeof expression.value === 'string' || typeof expression.value === 'number')) {
    return [{ kind: 'text', text: String(expression.value) }]
  }
  if (expression.type === 'TemplateLiteral') {
    return expression.quasis.flatMap((quasi, index) => {
      const hole = expression.expressions[index]
      // `cooked` is missing only where the template is invalid, which a parser refuses outside tags.
      const text: StringPart = { kind: 'text', text: quasi.value.cooked ?? '' }
      return hole ? [text, ...partsOf(hole)] : [text]
    })
  }
  if (expression.type === 'BinaryExpression' && isStringBuilding(expression)) {
    return [...partsOf(expression.left), ...partsOf(expression.right)]
  }
  // Casts are dropped here, so a hole is what the cast was applied to.
  return partsOfJoin(expression) ?? [{ kind: 'hole', node: node as Expression }]
}

/** `a + b` adds numbers as well: it is known to build a string only where one side is one. */
function isStringBuilding(node: Node): boolean {
  const expression = stripCasts(node)
  if (expression.type === 'Literal') return typeof expression.value === 'string'
  if (expression.type === 'TemplateLiteral') return true
  if (expression.type !== 'BinaryExpression' || expression.operator !== '+') return false
  return isStringBuilding(expression.left) || isStringBuilding(expression.right)
}

function partsOfJoin(call: Node): StringPart[] | undefined {
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined
  const { object, property, computed, optional } = call.callee
  const [separator, ...others] = call.arguments
  if (optional || computed || others.length > 0) return undefined
  if (property.type !== 'Identifier' || property.name !== 'join') return undefined
  if (separator?.type !== 'Literal' || typeof separator.value !== 'string') return undefined
  const list = stripCasts(object)
  if (list.type === 'ArrayExpression') return partsOfElements(list.elements, separator.value)
  const isName = list.type === 'Identifier' || list.type === 'MemberExpression'
  return isName ? [{ kind: 'list', node: list, separator: separator.value }] : undefined
}

function partsOfElements(
  elements: Extract<Node, { type: 'ArrayExpression' }>['elements'],
  separator: string,
): StringPart[] | undefined {
  const parts: StringPart[] = []
  for (const [index, element] of elements.entries()) {
    if (!element) return undefined
    if (index > 0) parts.push({ kind: 'text', text: separator })
    if (element.type === 'SpreadElement') parts.push({ kind: 'list', node: element.argument, separator })
    else parts.push(...partsOf(element))
  }
  return parts
}

function mergeText(parts: readonly StringPart[]): StringPart[] {
  const merged: StringPart[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (part.kind !== 'text') merged.push(part)
    else if (last?.kind === 'text') merged[merged.length - 1] = { kind: 'text', text: last.text + part.text }
    else if (part.text !== '') merged.push(part)
  }
  return merged
}
