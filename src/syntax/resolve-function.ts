import type { SourceCode } from 'eslint'
import type { ClassBody, Function as FunctionNode, MemberExpression, Node } from 'estree'
import { getParent } from './get-parent.ts'
import { resolveInitialiser } from './resolve-initialiser.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'
import { unwrap } from './unwrap.ts'

/** The function of the same file that a callee runs: a local name, a method of the class around it, or itself. */
export function resolveFunction(sourceCode: SourceCode, callee: Node): FunctionNode | undefined {
  const node = unwrap(callee)
  if (isFunction(node)) return node
  if (node.type === 'MemberExpression') return resolveMethod(sourceCode, node)
  if (node.type !== 'Identifier') return undefined
  const variable = resolveVariable(sourceCode, node.name, node)
  const [definition, ...others] = variable?.defs ?? []
  if (definition?.type === 'FunctionName' && others.length === 0 && isFunction(definition.node)) return definition.node
  const init = resolveInitialiser(variable)?.init
  const value = init && unwrap(init)
  return value && isFunction(value) ? value : undefined
}

function resolveMethod(sourceCode: SourceCode, node: MemberExpression): FunctionNode | undefined {
  const name = resolveKeyName(node.property, node.computed)
  const body = name === undefined ? undefined : classOf(sourceCode, node)
  for (const element of body?.body ?? []) {
    if (element.type === 'StaticBlock' || !element.value) continue
    if (resolveKeyName(element.key, element.computed) !== name) continue
    const value = unwrap(element.value)
    return isFunction(value) ? value : undefined
  }
  return undefined
}

function classOf(sourceCode: SourceCode, node: MemberExpression): ClassBody | undefined {
  const object = unwrap(node.object)
  if (object.type === 'Identifier') {
    const definition = resolveVariable(sourceCode, object.name, object)?.defs[0]
    return definition?.type === 'ClassName' ? definition.node.body : undefined
  }
  if (object.type !== 'ThisExpression') return undefined
  let around = getParent(node)
  while (around && around.type !== 'ClassBody') around = getParent(around)
  return around
}

function isFunction(node: Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)
}
