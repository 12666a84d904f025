import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { quoteText } from '../../syntax/quote-text.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { nodeAt } from '../node-at.ts'

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u

export interface SchemaStub {
  readonly names: readonly string[]
  /** `shape` for what takes an object of schemas, `object` for what wants one schema (SDK 2). */
  readonly form: 'shape' | 'object'
}

/**
 * Puts a schema with the names that the handler reads into a registration that has none: each a string, to be made
 * narrower by hand. Offered only where the file has zod's `z` at hand.
 */
export function addSchemaStub(
  sourceCode: SourceCode, at: readonly [number, number], { names, form }: SchemaStub,
): Rule.ReportFixer | undefined {
  const node = nodeAt(sourceCode, at)
  // Without a semicolon a statement is as wide as its call.
  const call = node?.type === 'ExpressionStatement' ? node.expression : node
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return undefined
  if (!hasZod(sourceCode, call)) return undefined
  const fields = names.map((name) => `${IDENTIFIER.test(name) ? name : quoteText(sourceCode, name)}: z.string()`)
  const shape = `{ ${fields.join(', ')} }`
  const schema = form === 'object' ? `z.object(${shape})` : shape
  const method = call.callee.property.type === 'Identifier' ? call.callee.property.name : ''
  if (method === 'registerTool') return intoConfig(call, schema)
  return method === 'tool' ? intoArguments(call, schema) : undefined
}

function intoConfig(call: CallExpression, schema: string): Rule.ReportFixer | undefined {
  const config = call.arguments[1]
  if (config?.type !== 'ObjectExpression') return undefined
  const last = config.properties.at(-1)
  return last
    ? (fixer) => fixer.insertTextAfter(last, `, inputSchema: ${schema}`)
    : (fixer) => fixer.replaceText(config, `{ inputSchema: ${schema} }`)
}

/** The schema stands before the annotations: behind them the SDK would take it for the handler. */
function intoArguments(call: CallExpression, schema: string): Rule.ReportFixer | undefined {
  const [next, ...others] = call.arguments.slice(1).filter((argument) => !isText(argument))
  if (!next || others.length > 1 || (others.length === 1 && next.type !== 'ObjectExpression')) return undefined
  return (fixer) => fixer.insertTextBefore(next, `${schema}, `)
}

function isText(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string'
  return node.type === 'TemplateLiteral' || node.type === 'BinaryExpression'
}

function hasZod(sourceCode: SourceCode, call: CallExpression): boolean {
  const name = resolveVariable(sourceCode, 'z', call)?.identifiers[0]
  const path = name && resolveImport(sourceCode, name)
  return path !== undefined && /^zod(?:\/|$)/u.test(path.module)
}
