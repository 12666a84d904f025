import type { TSESTree } from '@typescript-eslint/types'
import type { Expression, FunctionFacts, Range, Statement } from './ir.ts'
import { lowerClass } from './lower-class.ts'
import { lowerExpression } from './lower-expression.ts'
import type { FileLowering, Node } from './lower-file.ts'
import { rangeOf } from './lower-file.ts'
import { lowerExport, lowerImport, lowerNamespace } from './lower-module.ts'
import { lowerPattern } from './lower-pattern.ts'

export function lowerStatements(lowering: FileLowering, nodes: readonly Node[]): Statement[] {
  return nodes.flatMap((node) => lowerStatement(lowering, node))
}

/** Function declarations of one body, nested blocks included: they can be called before their line is reached. */
export function findHoisted(lowering: FileLowering, nodes: readonly Node[]): FunctionFacts['hoisted'] {
  const found: { variable: number; function: number }[] = []
  const visit = (node: Node | null | undefined): void => {
    if (!node) return
    if (node.type === 'FunctionDeclaration') {
      const variable = node.id ? lowering.variable(node.id) : undefined
      if (variable !== undefined) found.push({ variable, function: lowering.functionId(node) })
    } else if (node.type === 'ExportNamedDeclaration' || node.type === 'ExportDefaultDeclaration') {
      visit(node.declaration as Node | null)
    } else if (node.type === 'TSModuleDeclaration') {
      if (node.body?.type === 'TSModuleBlock') node.body.body.forEach(visit)
    } else if (node.type === 'BlockStatement') {
      node.body.forEach(visit)
    } else if (node.type === 'IfStatement') {
      visit(node.consequent)
      visit(node.alternate)
    } else if (node.type === 'TryStatement') {
      visit(node.block)
      visit(node.handler?.body)
    }
  }
  nodes.forEach(visit)
  return found
}

function block(lowering: FileLowering, node: Node | null | undefined): Statement[] {
  if (!node) return []
  return node.type === 'BlockStatement' ? lowerStatements(lowering, node.body) : lowerStatement(lowering, node)
}

function lowerStatement(lowering: FileLowering, node: Node): Statement[] {
  switch (node.type) {
    case 'ExpressionStatement':
      return [{ op: 'expression', expression: lowerExpression(lowering, node.expression) }]
    case 'VariableDeclaration':
      return lowerDeclaration(lowering, node)
    case 'FunctionDeclaration':
      lowering.lowerFunction(node, node.id?.name ?? 'default')
      return []
    case 'ClassDeclaration':
      return lowerClass(lowering, node).statements
    case 'ReturnStatement':
      return lowerReturn(lowering, node)
    case 'ThrowStatement':
      return [{ op: 'throw', value: lowerExpression(lowering, node.argument) }]
    case 'IfStatement':
      return [{
        op: 'if', test: lowerExpression(lowering, node.test),
        yes: block(lowering, node.consequent), no: block(lowering, node.alternate),
      }]
    case 'BlockStatement':
      return lowerStatements(lowering, node.body)
    case 'LabeledStatement':
      return [{ op: 'block', body: block(lowering, node.body), label: node.label.name }]
    case 'BreakStatement':
    case 'ContinueStatement': {
      const op = node.type === 'BreakStatement' ? 'break' : 'continue'
      return [node.label ? { op, label: node.label.name } : { op }]
    }
    case 'SwitchStatement':
      return [{
        op: 'switch', value: lowerExpression(lowering, node.discriminant),
        cases: node.cases.map((item) => ({
          test: item.test ? lowerExpression(lowering, item.test) : null,
          body: lowerStatements(lowering, item.consequent),
        })),
      }]
    case 'TryStatement':
      return [{
        op: 'try', block: block(lowering, node.block),
        parameter: node.handler?.param ? lowerPattern(lowering, node.handler.param) : null,
        handler: node.handler ? block(lowering, node.handler.body) : null,
        finalizer: node.finalizer ? block(lowering, node.finalizer) : null,
        at: rangeOf(node.handler ?? node),
      }]
    case 'ForStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'ForOfStatement':
    case 'ForInStatement':
      return lowerLoop(lowering, node)
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      return lowerImport(lowering, node)
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
    case 'ExportAllDeclaration':
    case 'TSExportAssignment':
      return lowerExport(lowering, node, (declaration) => lowerStatement(lowering, declaration))
    case 'TSEnumDeclaration':
      return lowerEnum(lowering, node)
    case 'TSModuleDeclaration':
      return lowerNamespace(lowering, node, (declaration) => lowerStatement(lowering, declaration))
    default:
      return []
  }
}

/** A generator gives what it has yielded so far, whatever it returns. */
function lowerReturn(lowering: FileLowering, node: TSESTree.ReturnStatement): Statement[] {
  const value = node.argument ? lowerExpression(lowering, node.argument) : null
  const list = lowering.yielded()
  if (list === undefined) return [{ op: 'return', value }]
  const own: Statement[] = value ? [{ op: 'expression', expression: value }] : []
  return [...own, { op: 'return', value: { op: 'variable', id: list, at: rangeOf(node) } }]
}

/** What a generator does: calling it gives the list of what it yields. */
export function generatorBody(list: number, body: readonly Statement[], at: Range): Statement[] {
  return [
    { op: 'bind', pattern: { op: 'variable', id: list, at }, value: { op: 'array', elements: [], at } },
    ...body,
    { op: 'return', value: { op: 'variable', id: list, at } },
  ]
}

function lowerDeclaration(lowering: FileLowering, node: TSESTree.VariableDeclaration): Statement[] {
  return node.declarations.map((declaration) => {
    noteRequire(lowering, declaration)
    const name = declaration.id.type === 'Identifier' ? declaration.id.name : ''
    return {
      op: 'bind',
      pattern: lowerPattern(lowering, declaration.id),
      value: declaration.init ? lowerExpression(lowering, declaration.init, name) : null,
    }
  })
}

function noteRequire(lowering: FileLowering, declaration: TSESTree.VariableDeclarator): void {
  const init = declaration.init
  if (init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require') {
    const source = init.arguments[0]
    if (source?.type === 'Literal' && typeof source.value === 'string') lowering.noteModule(source.value)
  }
}

type Loop = TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForOfStatement | TSESTree.ForInStatement

function lowerLoop(lowering: FileLowering, node: Loop): Statement[] {
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
    const scope = lowering.loopScope(node)
    const left = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left
    return [{
      op: 'each', over: lowerExpression(lowering, node.right), keys: node.type === 'ForInStatement',
      pattern: left ? lowerPattern(lowering, left) : { op: 'target', expression: { op: 'constant', value: undefined } },
      body: block(lowering, node.body), ...(scope === undefined ? {} : { scope }),
    }]
  }
  const init: Statement[] = []
  if (node.type === 'ForStatement' && node.init) {
    if (node.init.type === 'VariableDeclaration') init.push(...lowerDeclaration(lowering, node.init))
    else init.push({ op: 'expression', expression: lowerExpression(lowering, node.init) })
  }
  // A generator may be left at any of its yields.
  const isEndless = !node.test || (node.test.type === 'Literal' && node.test.value === true)
  const test: Expression | null = isEndless && lowering.yielded() !== undefined ? { op: 'other', parts: [] }
    : node.test ? lowerExpression(lowering, node.test) : null
  return [{
    op: 'loop', init, test,
    update: node.type === 'ForStatement' && node.update ? lowerExpression(lowering, node.update) : null,
    body: block(lowering, node.body),
    testFirst: node.type !== 'DoWhileStatement',
  }]
}

function lowerEnum(lowering: FileLowering, node: TSESTree.TSEnumDeclaration): Statement[] {
  const id = lowering.variable(node.id)
  if (id === undefined) return []
  const members = node.body?.members ?? []
  return [{
    op: 'bind',
    pattern: { op: 'variable', id, at: node.id.range },
    value: {
      op: 'object', at: node.range,
      properties: members.map((member, index) => ({
        op: 'property' as const, at: member.range,
        name: member.id.type === 'Identifier' ? member.id.name : String(member.id.type === 'Literal' ? member.id.value : index),
        value: member.initializer ? lowerExpression(lowering, member.initializer) : { op: 'constant' as const, value: index },
      })),
    },
  }]
}
