import type { TSESTree } from '@typescript-eslint/types'
import type { DecoratorFacts, Expression, FieldFacts, MethodFacts, Statement } from './ir.ts'
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
      lowering.noteMethod(methodName)
      const fn = lowering.lowerFunction(member.value, methodName, className)
      const decorators = decoratorsOf(lowering, member)
      methods.push({
        name: methodName, function: fn, isStatic: member.static, kind: member.kind, ...(decorators.length > 0 ? { decorators } : {}),
        ...(member.accessibility === 'private' || methodName.startsWith('#') ? { isPrivate: true } : {}),
      })
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
    id, name: className, owner: lowering.currentFunction(), variable, methods, fields, at: rangeOf(node),
    parent: node.superClass ? lowerParent(lowering, node.superClass) : null,
  })
  return {
    id,
    statements: [{ op: 'bind', pattern: { op: 'variable', id: variable, at: rangeOf(node) }, value: { op: 'class', id } }],
  }
}

/** What a class extends may register the class: its name counts as that of a call does. */
function lowerParent(lowering: FileLowering, node: TSESTree.Expression): Expression {
  const parent = lowerExpression(lowering, node)
  if (parent.op === 'variable' && node.type === 'Identifier') lowering.noteCall(parent.id, node.name)
  else if (parent.op === 'member') lowering.noteMethodCall(parent.name)
  return parent
}

function decoratorsOf(lowering: FileLowering, method: TSESTree.MethodDefinition): DecoratorFacts[] {
  const own = method.decorators ?? []
  const ofParameters = method.value.params.map((parameter) => parameter.decorators ?? [])
  const lowered = (list: readonly TSESTree.Decorator[], parameter?: number): DecoratorFacts[] => list.map((item) => ({
    value: lowerExpression(lowering, item.expression), at: rangeOf(item), ...(parameter === undefined ? {} : { parameter }),
  }))
  return [...lowered(own), ...ofParameters.flatMap((list, index) => lowered(list, index))]
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
