import type { TSESTree } from '@typescript-eslint/types'
import type { FieldFacts, MethodFacts, Statement } from './ir.ts'
import { keyName, lowerExpression } from './lower-expression.ts'
import type { FileLowering } from './lower-file.ts'
import { rangeOf } from './lower-file.ts'
import { typeName } from './type-name.ts'

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

export function lowerClass(lowering: FileLowering, node: ClassNode, name = ''): { id: number; statements: Statement[] } {
  const id = lowering.classId(node)
  const className = node.id?.name ?? name
  const methods: MethodFacts[] = []
  const fields: FieldFacts[] = []
  for (const member of node.body.body) {
    if (member.type === 'MethodDefinition' && member.value.type === 'FunctionExpression') {
      const methodName = keyName(member)
      if (methodName === undefined) continue
      const fn = lowering.lowerFunction(member.value, methodName, className)
      methods.push({ name: methodName, function: fn, isStatic: member.static, kind: member.kind })
      if (member.kind === 'constructor') fields.push(...parameterFields(member.value.params))
    } else if (member.type === 'PropertyDefinition') {
      const fieldName = keyName(member)
      if (fieldName === undefined) continue
      const type = typeName(member)
      fields.push({
        name: fieldName, isStatic: member.static,
        value: member.value ? lowerExpression(lowering, member.value, fieldName) : null,
        ...(type === undefined ? {} : { type }),
      })
    }
  }
  const variable = (node.id && lowering.variable(node.id)) ?? lowering.freshVariable(className)
  lowering.addClass({
    id, name: className, owner: lowering.currentFunction(), variable, methods, fields,
    parent: node.superClass ? lowerExpression(lowering, node.superClass) : null,
  })
  return {
    id,
    statements: [{ op: 'bind', pattern: { op: 'variable', id: variable, at: rangeOf(node) }, value: { op: 'class', id } }],
  }
}

function parameterFields(params: readonly TSESTree.Parameter[]): FieldFacts[] {
  return params.flatMap((parameter) => {
    if (parameter.type !== 'TSParameterProperty') return []
    const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
    if (inner.type !== 'Identifier') return []
    const type = typeName(inner)
    return type === undefined ? [] : [{ name: inner.name, isStatic: false, value: null, type }]
  })
}
