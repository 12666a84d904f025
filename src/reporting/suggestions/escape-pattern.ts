import type { EditBuilder } from '../edit.ts'

/** `new RegExp(text)` → `new RegExp(text.replace(/…/g, '\\$&'))`; `RegExp.escape` needs Node 24. */
export const escapePattern: EditBuilder = ({ call, argument }) => {
  if (argument.type !== 'Identifier' && argument.type !== 'MemberExpression') return undefined
  if (call.type === 'TaggedTemplateExpression' || call.arguments[0] !== argument) return undefined
  return (fixer) => fixer.insertTextAfter(argument, String.raw`.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')`)
}
