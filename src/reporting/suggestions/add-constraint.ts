import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Node, Property } from 'estree'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { unwrap } from '../../syntax/unwrap.ts'
import { findProperty, resolveObject } from '../declared-nodes.ts'

export interface Constraint {
  /** A method call behind `z.string()`. */
  readonly call: string
  /** A property of a JSON Schema. */
  readonly property: string
}

/** Narrows the text that a property describes: behind its `z.string()`, or in its JSON Schema. */
export function addConstraint(sourceCode: SourceCode, { value }: Property, constraint: Constraint): Rule.ReportFixer | undefined {
  const schema = textIn(value)
  if (schema.type === 'ObjectExpression') {
    const holder = findProperty(schema, 'type') ? schema : undefined
    const items = findProperty(schema, 'items')
    const inner = items ? resolveObject(sourceCode, items.value) : holder
    const type = inner && findProperty(inner, 'type')
    return type && !items ? (fixer) => fixer.insertTextAfter(type, `, ${constraint.property}`) : undefined
  }
  const string = findString(sourceCode, schema)
  return string && ((fixer) => fixer.insertTextAfter(string, constraint.call))
}

function textIn(node: Node): Node {
  return unwrap(node)
}

/** The `z.string()` or `z.email()` at the beginning of a chain, not of zod/mini, which has no methods. */
function findString(sourceCode: SourceCode, chain: Node): CallExpression | undefined {
  let call = chain
  while (call.type === 'CallExpression' && call.callee.type === 'MemberExpression') {
    const { object, property, computed } = call.callee
    if (object.type === 'Identifier' || object.type === 'MemberExpression') {
      const isString = /^(?:string|email|url)$/u.test(resolveKeyName(property, computed) ?? '')
      const module = resolveImport(sourceCode, object)?.module ?? ''
      return isString && /^zod(?:\/v\d)?$/u.test(module) ? call : undefined
    }
    call = unwrap(object)
  }
  return undefined
}
