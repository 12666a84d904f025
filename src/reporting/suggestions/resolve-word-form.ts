import type { Scope, SourceCode } from 'eslint'
import type { Expression, Identifier, Node } from 'estree'
import { getParent } from '../../syntax/get-parent.ts'
import { getStringParts } from '../../syntax/get-string-parts.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'

/**
 * What a shell makes of a value that is put into a command without quotes: one argument (`one`), perhaps several or
 * none (`many`), or something that carries quoting or escapes of its own (`quoted`), which an argument
 * list would pass on.
 */
export type WordForm = 'one' | 'many' | 'quoted'

const SEVERAL = /(?:args?|arguments?|argv|flags?|opts?|options?|params?|parameters?|switches|commands?|cmds?|globs?)$/i
const QUOTING = /quot|escap|sanit|stringify|replace/i
/** Methods that give back their receiver's text, shortened or in another case. */
const KEEPING = new Set(['trim', 'toString', 'toLowerCase', 'toUpperCase', 'normalize'])
/** Variables of variables; real builders stay below four. */
const MAX_DEPTH = 8

/** Judges by what the file shows: names, constant parts, and everything that is written to a variable. */
export function resolveWordForm(sourceCode: SourceCode, node: Node, depth = 0): WordForm {
  const expression = stripCasts(node)
  const next = (part: Node): WordForm => resolveWordForm(sourceCode, part, depth + 1)
  if (depth > MAX_DEPTH) return 'many'
  switch (expression.type) {
    case 'Identifier':
      return worst([formOfName(expression.name), ...valuesOf(sourceCode, expression).map(next)])
    case 'MemberExpression':
      return expression.property.type === 'Identifier' ? formOfName(expression.property.name) : 'one'
    case 'ConditionalExpression':
      return worst([next(expression.consequent), next(expression.alternate)])
    case 'LogicalExpression':
      return expression.operator === '&&' ? 'many' : worst([next(expression.left), next(expression.right)])
    case 'ChainExpression':
      return next(expression.expression)
    case 'AwaitExpression':
      return next(expression.argument)
    case 'CallExpression':
      return formOfCall(expression, next)
    case 'TaggedTemplateExpression':
      return 'quoted'
    default:
      return formOfString(expression, next)
  }
}

function formOfCall(call: Extract<Node, { type: 'CallExpression' }>, next: (part: Node) => WordForm): WordForm {
  const [argument] = call.arguments
  const { callee } = call
  if (callee.type === 'Identifier') {
    return callee.name === 'String' && argument ? next(argument) : formOfName(callee.name)
  }
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return 'one'
  const { name } = callee.property
  if (name === 'join' && argument?.type === 'Literal') return formOfText(String(argument.value))
  if (KEEPING.has(name)) return next(callee.object)
  return formOfName(name)
}

function formOfString(node: Node, next: (part: Node) => WordForm): WordForm {
  const parts = getStringParts(node)
  if (parts.length === 0) return 'many'
  const forms = parts.map((part): WordForm => {
    if (part.kind === 'text') return formOfText(part.text)
    if (part.kind === 'list') return part.separator.trim() === '' ? 'many' : 'one'
    return part.node === node ? 'one' : next(part.node)
  })
  return worst(forms)
}

function formOfText(text: string): WordForm {
  if (/["'\\$`|&;<>()*?[\]{}]/.test(text)) return 'quoted'
  return /\s/.test(text) ? 'many' : 'one'
}

function formOfName(name: string): WordForm {
  if (QUOTING.test(name)) return 'quoted'
  return SEVERAL.test(name) ? 'many' : 'one'
}

/** Every value that the file gives to a variable by name; what a pattern takes from elsewhere is not among them. */
function valuesOf(sourceCode: SourceCode, identifier: Identifier): Node[] {
  const variable = resolveVariable(sourceCode, identifier.name, identifier)
  if (!variable) return []
  const written = variable.references.flatMap((reference) => (reference.isWrite() ? writtenBy(reference) : []))
  return [...written, ...variable.defs.flatMap((definition) => defaultOf(definition.name))]
}

function writtenBy(reference: Scope.Reference): Node[] {
  const parent = getParent(reference.identifier as Identifier)
  if (parent?.type === 'VariableDeclarator') {
    return parent.init && parent.id === reference.identifier ? [parent.init] : []
  }
  if (parent?.type !== 'AssignmentExpression' || !reference.writeExpr) return []
  return [reference.writeExpr as Expression]
}

function defaultOf(name: Identifier): Node[] {
  const parent = getParent(name)
  return parent?.type === 'AssignmentPattern' && parent.left === name ? [parent.right] : []
}

function worst(forms: readonly WordForm[]): WordForm {
  if (forms.includes('quoted')) return 'quoted'
  return forms.includes('many') ? 'many' : 'one'
}
