import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, ObjectExpression } from 'estree'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { nodeAt } from '../node-at.ts'

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u

/**
 * Puts a schema with the names that the handler reads into a registration that has none: each a string, to be made
 * narrower by hand. Offered only where the file has zod's `z` at hand.
 */
export function addSchemaStub(sourceCode: SourceCode, at: readonly [number, number], names: readonly string[]): Rule.ReportFixer | undefined {
  const call = nodeAt(sourceCode, at)
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression' || !hasZod(sourceCode, call)) return undefined
  const shape = `{ ${names.map((name) => `${IDENTIFIER.test(name) ? name : JSON.stringify(name)}: z.string()`).join(', ')} }`
  const method = call.callee.property.type === 'Identifier' ? call.callee.property.name : ''
  if (method === 'registerTool') return intoConfig(call, shape)
  const handler = call.arguments.at(-1)
  return method === 'tool' && handler ? (fixer) => fixer.insertTextBefore(handler, `${shape}, `) : undefined
}

function intoConfig(call: CallExpression, shape: string): Rule.ReportFixer | undefined {
  const config = call.arguments[1]
  if (config?.type !== 'ObjectExpression') return undefined
  const last = (config as ObjectExpression).properties.at(-1)
  return last
    ? (fixer) => fixer.insertTextAfter(last, `, inputSchema: ${shape}`)
    : (fixer) => fixer.replaceText(config, `{ inputSchema: ${shape} }`)
}

function hasZod(sourceCode: SourceCode, call: CallExpression): boolean {
  const name = resolveVariable(sourceCode, 'z', call)?.identifiers[0]
  const path = name && resolveImport(sourceCode, name)
  return path !== undefined && /^zod(?:\/|$)/u.test(path.module)
}
