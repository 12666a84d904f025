import type { Node } from 'estree'
import { getStringParts } from '../../syntax/get-string-parts.ts'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { resolveValueType } from '../../syntax/resolve-value-type.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import type { EditBuilder } from '../edit.ts'

const ESCAPE = String.raw`.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')`
/** Methods of a text that leave its characters what they are. */
const KEEPS = /^(?:trim|trimStart|trimEnd|toLowerCase|toUpperCase|toString|normalize)$/u

/**
 * `new RegExp(text)` → `new RegExp(text.replace(/…/g, '\\$&'))`, or the one value that stands in a text; `RegExp.escape` needs
 * Node 24. Of several values it is not known which are patterns by intent, and what was replaced in one may be escaped already.
 */
export const escapePattern: EditBuilder = ({ sourceCode, call, argument }) => {
  if (call.type === 'TaggedTemplateExpression') return undefined
  const [pattern] = call.arguments
  if (!pattern || stripCasts(pattern) !== stripCasts(argument)) return undefined
  const parts = getStringParts(pattern)
  const [value, ...others] = parts.filter((part) => part.kind !== 'text')
  if (value?.kind !== 'hole' || others.length > 0 || !isPlain(value.node)) return undefined
  const text = sourceCode.getText(value.node)
  const isAlone = parts.length === 1
  const isText = isAlone || resolveValueType(sourceCode, value.node) === 'string'
  return (fixer) => fixer.replaceText(value.node, `${write(value.node, text, isText)}${ESCAPE}`)
}

function write(node: Node, text: string, isText: boolean): string {
  if (!isText) return `String(${text})`
  return stripCasts(node) === node && node.type !== 'LogicalExpression' ? text : `(${text})`
}

function isPlain(node: Node): boolean {
  const value = stripCasts(node)
  if (value.type === 'LogicalExpression') return value.operator !== '&&' && isPlain(value.left) && value.right.type === 'Literal'
  if (value.type !== 'CallExpression') return value.type === 'Identifier' || value.type === 'MemberExpression'
  const { callee, arguments: [given] } = value
  if (callee.type === 'Identifier') return callee.name === 'String' && given !== undefined && isPlain(given)
  return callee.type === 'MemberExpression' && KEEPS.test(resolveKeyName(callee.property, callee.computed) ?? '') && isPlain(callee.object)
}
