import type { SourceCode } from 'eslint'
import type { Identifier, MemberExpression, Node } from 'estree'
import { findWrittenValues } from '../../syntax/find-written-values.ts'
import { getParent } from '../../syntax/get-parent.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { unwrap } from '../../syntax/unwrap.ts'

/** A family of database clients that take text and values in the same way. */
export type Driver = 'pg' | 'mysql' | 'sqlite-sync' | 'sqlite' | 'duckdb' | 'knex' | 'sequelize' | 'prisma' | 'postgres'

/** Type nodes, which ESTree does not know: only the fields that are read here. */
interface TypeNode {
  readonly type: string
  readonly types?: readonly TypeNode[]
  readonly typeName?: Node & { readonly left?: Node; readonly right?: Identifier }
}

/** What makes or types a client, as `module:export`; interop's `default` is the module itself. */
const CLIENTS: Readonly<Record<string, Driver>> = {
  'pg:Pool': 'pg', 'pg:Client': 'pg', 'pg:PoolClient': 'pg', 'pg:ClientBase': 'pg', 'pg-pool:': 'pg',
  '@neondatabase/serverless:Pool': 'pg', '@neondatabase/serverless:Client': 'pg',
  'better-sqlite3:': 'sqlite-sync', 'better-sqlite3:Database': 'sqlite-sync', 'node:sqlite:DatabaseSync': 'sqlite-sync',
  'better-sqlite3-multiple-ciphers:': 'sqlite-sync', 'libsql:': 'sqlite-sync', 'libsql:Database': 'sqlite-sync',
  'sqlite3:Database': 'sqlite', 'sqlite:open': 'sqlite', 'sqlite:Database': 'sqlite',
  '@duckdb/node-api:DuckDBConnection': 'duckdb', '@duckdb/node-api:DuckDBConnection.create': 'duckdb',
  '@duckdb/node-api:DuckDBInstance.create': 'duckdb',
  'knex:': 'knex', 'knex:knex': 'knex', 'knex:Knex': 'knex',
  'sequelize:': 'sequelize', 'sequelize:Sequelize': 'sequelize',
  '@prisma/client:PrismaClient': 'prisma',
  'postgres:': 'postgres', 'postgres:Sql': 'postgres',
}
const MYSQL = /^mysql2?(?:\/promise)?:(?:create(?:Connection|Pool)|Connection|Pool|PoolConnection)$/
/** Methods that hand out a client of the same driver. */
const HANDING = new Set(['connect', 'getConnection', 'promise'])
/** Aliases, fields and parameters on the way from a use to the client. */
const MAX_DEPTH = 6

/** The driver behind a receiver, by what the file writes to it or how it types it; never by a name. */
export function resolveDriver(sourceCode: SourceCode, node: Node, depth = 0): Driver | undefined {
  if (depth > MAX_DEPTH) return undefined
  const value = unwrap(node)
  if (value.type === 'AwaitExpression') return resolveDriver(sourceCode, value.argument, depth + 1)
  if (value.type === 'NewExpression') return driverOf(sourceCode, value.callee)
  if (value.type === 'CallExpression') {
    const { callee } = value
    const made = driverOf(sourceCode, callee)
    if (made || callee.type !== 'MemberExpression') return made
    const name = resolveKeyName(callee.property, callee.computed)
    return name !== undefined && HANDING.has(name) ? resolveDriver(sourceCode, callee.object, depth + 1) : undefined
  }
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return undefined
  return driverByType(sourceCode, value) ?? driverByValues(sourceCode, value, depth)
}

function driverOf(sourceCode: SourceCode, node: Node): Driver | undefined {
  const path = resolveImport(sourceCode, node)
  if (!path) return undefined
  const key = `${path.module}:${path.path.join('.')}`
  return MYSQL.test(key) ? 'mysql' : Object.hasOwn(CLIENTS, key) ? CLIENTS[key] : undefined
}

function driverByValues(sourceCode: SourceCode, node: Node, depth: number): Driver | undefined {
  const values = findWrittenValues(sourceCode, node).filter(({ value }) => !isNothing(value))
  const drivers = new Set(values.map(({ value, part }) =>
    part === 'whole' ? resolveDriver(sourceCode, value, depth + 1) : undefined,
  ))
  return drivers.size === 1 ? [...drivers][0] : undefined
}

function isNothing(node: Node): boolean {
  return (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined')
}

function driverByType(sourceCode: SourceCode, node: Identifier | MemberExpression): Driver | undefined {
  const type = node.type === 'Identifier'
    ? annotationOf(resolveVariable(sourceCode, node.name, node)?.defs[0]?.name)
    : fieldType(node)
  const [named, ...others] = (type?.types ?? [type]).filter((part) => part?.type === 'TSTypeReference')
  return named && others.length === 0 ? driverOfTypeName(sourceCode, named.typeName) : undefined
}

function driverOfTypeName(sourceCode: SourceCode, name: TypeNode['typeName']): Driver | undefined {
  if (!name) return undefined
  if (name.type === 'Identifier') return driverOf(sourceCode, name)
  const base = name.left && resolveImport(sourceCode, name.left)
  if (!base || !name.right) return undefined
  const key = `${base.module}:${[...base.path, name.right.name].join('.')}`
  return MYSQL.test(key) ? 'mysql' : CLIENTS[key]
}

/** The type of `this.db`: of the field, or of the constructor's parameter that declares it. */
function fieldType(node: MemberExpression): TypeNode | undefined {
  const name = resolveKeyName(node.property, node.computed)
  let body = unwrap(node.object).type === 'ThisExpression' ? getParent(node) : undefined
  while (body && body.type !== 'ClassBody') body = getParent(body)
  for (const element of body?.body ?? []) {
    if (element.type === 'PropertyDefinition' && resolveKeyName(element.key, element.computed) === name) {
      return annotationOf(element)
    }
    if (element.type !== 'MethodDefinition' || element.kind !== 'constructor') continue
    for (const parameter of element.value.params) {
      // `constructor(private db: Pool)` is a node of TypeScript's own around the parameter.
      const declared = (parameter as unknown as { parameter?: Node }).parameter
      if (declared?.type === 'Identifier' && declared.name === name) return annotationOf(declared)
    }
  }
  return undefined
}

function annotationOf(node: Node | undefined): TypeNode | undefined {
  // TypeScript parsers hang annotations on nodes for which ESTree's types have no such field.
  const typed = node as unknown as { typeAnnotation?: { typeAnnotation?: TypeNode } } | undefined
  return typed?.typeAnnotation?.typeAnnotation
}
