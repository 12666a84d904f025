import type { TSESTree } from '@typescript-eslint/types'
import type { Property, Statement } from './ir.ts'
import { lowerExpression } from './lower-expression.ts'
import type { FileLowering, Node } from './lower-file.ts'
import { rangeOf } from './lower-file.ts'

export function lowerImport(
  lowering: FileLowering,
  node: TSESTree.ImportDeclaration | TSESTree.TSImportEqualsDeclaration,
): Statement[] {
  if (node.type === 'TSImportEqualsDeclaration') {
    const reference = node.moduleReference
    if (reference.type === 'TSExternalModuleReference' && reference.expression.type === 'Literal') {
      lowering.markImport(node.id, { module: String(reference.expression.value), name: 'default' })
    }
    return []
  }
  const module = String(node.source.value)
  lowering.noteModule(module)
  for (const specifier of node.specifiers) {
    const name = specifier.type === 'ImportNamespaceSpecifier' ? '*'
      : specifier.type === 'ImportDefaultSpecifier' ? 'default' : exportedName(specifier.imported)
    lowering.markImport(specifier.local, { module, name })
  }
  return []
}

type ExportNode =
  | TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration | TSESTree.ExportAllDeclaration | TSESTree.TSExportAssignment

export function lowerExport(lowering: FileLowering, node: ExportNode, lowerDeclared: (node: Node) => Statement[]): Statement[] {
  switch (node.type) {
    case 'ExportAllDeclaration': {
      const module = String(node.source.value)
      lowering.noteModule(module)
      lowering.addExport({ name: node.exported ? exportedName(node.exported) : '*', from: { module, name: '*' } })
      return []
    }
    case 'ExportNamedDeclaration':
      return lowerNamed(lowering, node, lowerDeclared)
    default:
      return lowerDefault(lowering, node, lowerDeclared)
  }
}

/** A namespace of TypeScript is an object of what it exports; parts of the same name add to it. */
export function lowerNamespace(
  lowering: FileLowering, node: TSESTree.TSModuleDeclaration, lowerDeclared: (node: Node) => Statement[],
): Statement[] {
  const id = node.id.type === 'Identifier' ? lowering.variable(node.id) : undefined
  if (node.body?.type !== 'TSModuleBlock') return []
  const at = rangeOf(node)
  const names: TSESTree.Identifier[] = []
  const statements = node.body.body.flatMap((item) => {
    if (item.type !== 'ExportNamedDeclaration' || !item.declaration) return lowerDeclared(item)
    names.push(...declaredNames(item.declaration))
    return lowerDeclared(item.declaration)
  })
  if (id === undefined) return statements
  const exported = names.flatMap((name): Property[] => {
    const variable = lowering.variable(name)
    return variable === undefined ? [] : [{ op: 'property', name: name.name, value: { op: 'variable', id: variable, at }, at }]
  })
  const before: Property = { op: 'spread', value: { op: 'variable', id, at }, at }
  return [...statements, {
    op: 'bind', pattern: { op: 'variable', id, at }, value: { op: 'object', properties: [before, ...exported], at },
  }]
}

function lowerNamed(
  lowering: FileLowering, node: TSESTree.ExportNamedDeclaration, lowerDeclared: (node: Node) => Statement[],
): Statement[] {
  if (node.source) {
    const module = String(node.source.value)
    lowering.noteModule(module)
    for (const item of node.specifiers) {
      lowering.addExport({ name: exportedName(item.exported), from: { module, name: exportedName(item.local) } })
    }
    return []
  }
  for (const item of node.specifiers) {
    const variable = lowering.variable(item.local)
    if (variable !== undefined) lowering.addExport({ name: exportedName(item.exported), variable })
  }
  if (!node.declaration) return []
  const statements = lowerDeclared(node.declaration)
  for (const identifier of declaredNames(node.declaration)) {
    const variable = lowering.variable(identifier)
    if (variable !== undefined) lowering.addExport({ name: identifier.name, variable })
  }
  return statements
}

function lowerDefault(
  lowering: FileLowering,
  node: TSESTree.ExportDefaultDeclaration | TSESTree.TSExportAssignment,
  lowerDeclared: (node: Node) => Statement[],
): Statement[] {
  const value = node.type === 'TSExportAssignment' ? node.expression : node.declaration
  const named = (value.type === 'FunctionDeclaration' || value.type === 'ClassDeclaration') && value.id
  if (named) {
    const statements = lowerDeclared(value)
    const variable = lowering.variable(named)
    if (variable !== undefined) lowering.addExport({ name: 'default', variable })
    return statements
  }
  const variable = lowering.freshVariable('default')
  lowering.addExport({ name: 'default', variable })
  return [{
    op: 'bind',
    pattern: { op: 'variable', id: variable, at: value.range },
    value: lowerExpression(lowering, value, 'default'),
  }]
}

function exportedName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value
}

function declaredNames(node: Node): TSESTree.Identifier[] {
  if (node.type === 'VariableDeclaration') return node.declarations.flatMap((item) => patternNames(item.id))
  return 'id' in node && node.id && node.id.type === 'Identifier' ? [node.id] : []
}

function patternNames(node: Node | null): TSESTree.Identifier[] {
  if (!node) return []
  switch (node.type) {
    case 'Identifier':
      return [node]
    case 'ObjectPattern':
      return node.properties.flatMap((item) => patternNames(item.type === 'RestElement' ? item.argument : item.value))
    case 'ArrayPattern':
      return node.elements.flatMap(patternNames)
    case 'AssignmentPattern':
      return patternNames(node.left)
    default:
      return []
  }
}
