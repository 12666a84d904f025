import type { SourceCode } from 'eslint'
import type { CallExpression, MemberExpression, Node } from 'estree'
import { getParent } from '../../syntax/get-parent.ts'
import { hasSingleRead } from '../../syntax/has-single-read.ts'
import { isMovable } from '../../syntax/is-movable.ts'
import { isParenthesised } from '../../syntax/is-parenthesised.ts'
import { resolveFunction } from '../../syntax/resolve-function.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveKeyName } from '../../syntax/resolve-key-name.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import type { EditBuilder } from '../edit.ts'
import { type Driver, resolveDriver } from './resolve-driver.ts'
import { findOption, resolveOptions } from './resolve-options.ts'
import { type TextEdit, toFixer } from './text-edit.ts'
import { type BoundQuery, type QueryStyle, writeQuery } from './write-query.ts'

const QUESTION_MARK: QueryStyle = { placeholder: 'question-mark', doubleQuoted: 'identifier', count: 'any', values: 'typed' }
const NUMBERED: QueryStyle = { placeholder: 'numbered', doubleQuoted: 'identifier', count: 'any', values: 'untyped' }

/**
 * How each driver takes values. mysql2 sends text values of `LIMIT` with quotes, and its prepared statements refuse
 * numbers there as well (MySQL 8.0.22 and later), which is why `execute` is treated apart below. Drivers whose way of
 * binding depends on more than the call (mssql's request inputs, TypeORM's connected database) are left out on purpose.
 */
const DRIVERS: Readonly<Record<Driver, { methods: RegExp; style: QueryStyle; takes: keyof typeof TAKERS }>> = {
  pg: { methods: /^query$/, style: NUMBERED, takes: 'list' },
  mysql: {
    methods: /^(?:query|execute)$/,
    style: { ...QUESTION_MARK, doubleQuoted: 'string', count: 'number' },
    takes: 'list',
  },
  sqlite: { methods: /^(?:run|get|all|each)$/, style: QUESTION_MARK, takes: 'list' },
  duckdb: {
    methods: /^(?:run|runAndRead|runAndReadAll|stream)$/,
    style: { ...QUESTION_MARK, count: 'number' },
    takes: 'list',
  },
  knex: { methods: /^raw$/, style: { ...QUESTION_MARK, count: 'number' }, takes: 'list' },
  'sqlite-sync': { methods: /^(?:prepare|exec)$/, style: { ...QUESTION_MARK, values: 'strict' }, takes: 'statement' },
  sequelize: { methods: /^query$/, style: { ...QUESTION_MARK, count: 'number' }, takes: 'replacements' },
  prisma: { methods: /^\$(?:query|execute)RawUnsafe$/, style: { ...NUMBERED, count: 'number' }, takes: 'tag' },
  postgres: { methods: /^unsafe$/, style: NUMBERED, takes: 'tag' },
}

interface Query {
  readonly sourceCode: SourceCode
  readonly call: CallExpression
  readonly callee: MemberExpression
  readonly style: QueryStyle
  /** The argument, and the expression that gives it its text: itself, or what a constant was set to. */
  readonly argument: Node
  readonly text: Node
}

const RUNNING = /^(?:get|all|run|iterate)$/

const TAKERS = { list: takeList, statement: takeStatement, replacements: takeReplacements, tag: takeTag }

/**
 * Puts the driver's own placeholders into a query that is built from text, and its values where the driver takes them.
 * Offered only for a driver that the file itself shows, and where every hole stands in the place of a value.
 */
export const bindParameters: EditBuilder = ({ sourceCode, call }) => {
  if (call.type !== 'CallExpression' || call.optional) return undefined
  const { callee } = call
  const [argument] = call.arguments
  if (callee.type !== 'MemberExpression' || callee.optional) return undefined
  if (!argument || argument.type === 'SpreadElement') return undefined
  const name = resolveKeyName(callee.property, callee.computed)
  const driver = resolveDriver(sourceCode, callee.object)
  const text = resolveText(sourceCode, argument)
  if (!driver || name === undefined || !text || isParenthesised(sourceCode, call, argument)) return undefined
  const { methods, style: usual, takes } = DRIVERS[driver]
  if (!methods.test(name)) return undefined
  const style: QueryStyle = name === 'execute' ? { ...usual, count: 'none' } : usual
  const edits = TAKERS[takes]({ sourceCode, call, callee, argument, text, style })
  return edits && toFixer(edits)
}

function resolveText(sourceCode: SourceCode, argument: Node): Node | undefined {
  const value = stripCasts(argument)
  if (value.type !== 'Identifier') return argument
  const variable = resolveVariable(sourceCode, value.name, value)
  const init = resolveInitialiser(variable)?.init
  return variable && init && hasSingleRead(variable) ? init : undefined
}

/** `query(text, [values], callback)`. */
function takeList({ sourceCode, call, argument, text, style }: Query): TextEdit[] | undefined {
  const [, second, ...others] = call.arguments
  const isCallback = second !== undefined && resolveFunction(sourceCode, second) !== undefined
  const hasList = second !== undefined && !isCallback
  if (hasList && second.type !== 'ArrayExpression') return undefined
  if (!second && others.length > 0) return undefined
  const existing = hasList && second.type === 'ArrayExpression' ? second.elements : []
  if (existing.some((element) => !element || element.type === 'SpreadElement')) return undefined
  const bound = writeQuery(sourceCode, text, existing.map((element) => sourceCode.getText(element ?? text)), style)
  if (!bound || (text !== argument && !areMovable(sourceCode, bound, call))) return undefined
  const list = `[${writeValues(bound)}]`
  const edit = { range: sourceCode.getRange(text), text: bound.text }
  if (hasList) return [edit, { range: sourceCode.getRange(second), text: list }]
  return append(sourceCode, argument, edit, `, ${list}`)
}

/** `prepare(text).all(…values)`, also by a constant that holds the statement and is used once. */
function takeStatement(query: Query): TextEdit[] | undefined {
  const { sourceCode, call, callee, argument, text, style } = query
  if (resolveKeyName(callee.property, callee.computed) === 'exec') return takeExec(query)
  const direct = callOf(call)
  const run = direct ?? resolveRun(sourceCode, call)
  const bound = run && call.arguments.length === 1 ? writeQuery(sourceCode, text, [], style) : undefined
  if (!run || !bound) return undefined
  if ((!direct || text !== argument) && !areMovable(sourceCode, bound, run)) return undefined
  const [, end] = sourceCode.getRange(run)
  return [
    { range: sourceCode.getRange(text), text: bound.text },
    { range: [end - 1, end - 1], text: writeValues(bound) },
  ]
}

/** `exec(text)` → `prepare(text).run(…values)`, for one statement that changes something and answers nothing. */
function takeExec({ sourceCode, call, callee, argument, text, style }: Query): TextEdit[] | undefined {
  if (getParent(call)?.type !== 'ExpressionStatement' || call.arguments.length !== 1 || callee.computed) return undefined
  const bound = writeQuery(sourceCode, text, [], style)
  if (!bound || (text !== argument && !areMovable(sourceCode, bound, call))) return undefined
  if (!/^\W*(?:INSERT|UPDATE|DELETE|REPLACE)\b/i.test(bound.text) || /\bRETURNING\b/i.test(bound.text)) return undefined
  const [, end] = sourceCode.getRange(call)
  return [
    { range: sourceCode.getRange(callee.property), text: 'prepare' },
    { range: sourceCode.getRange(text), text: bound.text },
    { range: [end, end], text: `.run(${writeValues(bound)})` },
  ]
}

/** `query(text, { replacements: [values] })`. */
function takeReplacements({ sourceCode, call, argument, text, style }: Query): TextEdit[] | undefined {
  const [, second, ...others] = call.arguments
  const options = second && resolveOptions(sourceCode, second)
  const taken = options && ['replacements', 'bind'].some((name) => findOption(options, name) !== undefined)
  if (others.length > 0 || taken || (second && options !== second)) return undefined
  const bound = writeQuery(sourceCode, text, [], style)
  if (!bound || (text !== argument && !areMovable(sourceCode, bound, call))) return undefined
  const option = `replacements: [${writeValues(bound)}]`
  const edit = { range: sourceCode.getRange(text), text: bound.text }
  const [first] = options?.properties ?? []
  if (options) {
    const [start, end] = sourceCode.getRange(options)
    return first
      ? [edit, { range: [start, sourceCode.getRange(first)[0]], text: `{ ${option}, ` }]
      : [edit, { range: [start, end], text: `{ ${option} }` }]
  }
  return append(sourceCode, argument, edit, `, { ${option} }`)
}

/**
 * `$queryRaw` and the tag of postgres.js bind the holes of a template. Prisma sends them with the type of the
 * JavaScript value, so that PostgreSQL may ask for a cast, such as `::uuid`, that the literal did not need: it fails
 * loudly there.
 */
function takeTag({ sourceCode, call, callee, argument, text, style }: Query): TextEdit[] | undefined {
  const bound = text === argument && call.arguments.length === 1 ? writeQuery(sourceCode, text, [], style) : undefined
  const paren = sourceCode.getTokenBefore(argument)
  if (!bound || !paren || callee.computed || sourceCode.getCommentsInside(call).length > 0) return undefined
  const tag = sourceCode.getText(callee.property).replace(/Unsafe$/, '')
  const [, objectEnd] = sourceCode.getRange(callee.object)
  const [propertyStart, propertyEnd] = sourceCode.getRange(callee.property)
  const isMethod = tag.startsWith('$')
  return [
    { range: [isMethod ? propertyStart : objectEnd, propertyEnd], text: isMethod ? tag : '' },
    { range: [paren.range[0], sourceCode.getRange(call)[1]], text: `\`${bound.template}\`` },
  ]
}

/** What follows the query goes right behind it, or behind the constant that stands for it. */
function append(sourceCode: SourceCode, argument: Node, query: TextEdit, text: string): TextEdit[] {
  const [start, end] = sourceCode.getRange(argument)
  if (query.range[0] === start) return [{ range: query.range, text: query.text + text }]
  return [query, { range: [end, end], text }]
}

function writeValues(bound: BoundQuery): string {
  return bound.values.map((value) => value.text).join(', ')
}

function areMovable(sourceCode: SourceCode, bound: BoundQuery, to: Node): boolean {
  return bound.values.every(({ holes }) => holes.every((hole) => isMovable(sourceCode, hole, to)))
}

/** The call that runs the statement which a constant holds. */
function resolveRun(sourceCode: SourceCode, prepare: CallExpression): CallExpression | undefined {
  const declarator = getParent(prepare)
  if (declarator?.type !== 'VariableDeclarator' || declarator.id.type !== 'Identifier') return undefined
  const variable = resolveVariable(sourceCode, declarator.id.name, declarator.id)
  if (!variable || !resolveInitialiser(variable) || !hasSingleRead(variable)) return undefined
  const use = variable.references.find((reference) => !reference.init)
  return use && callOf(use.identifier as Node)
}

/** The call without arguments that runs a statement. */
function callOf(statement: Node): CallExpression | undefined {
  const member = getParent(statement)
  if (member?.type !== 'MemberExpression' || member.object !== statement || member.optional) return undefined
  const call = getParent(member)
  if (call?.type !== 'CallExpression' || call.callee !== member || call.arguments.length > 0) return undefined
  return RUNNING.test(resolveKeyName(member.property, member.computed) ?? '') ? call : undefined
}
