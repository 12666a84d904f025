import type { SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { findReturnValues } from './find-return-values.ts'
import { findWrittenValues } from './find-written-values.ts'
import { resolveFunction } from './resolve-function.ts'
import { resolveImport } from './resolve-import.ts'
import { resolveKeyName } from './resolve-key-name.ts'
import { resolveVariable } from './resolve-variable.ts'
import { unwrap } from './unwrap.ts'

/** What the file shows of a text that may be a file system path. */
export interface PathShape {
  /** Whether it is known to be a path on at least one way to it. */
  readonly isPath: boolean
  /**
   * `separator`: it ends with one, or with the beginning of a name, on some way to it. `name`: it ends with a whole
   * name, so it is not the root of the file system either.
   */
  readonly end: 'separator' | 'name' | 'unknown'
  /** Whether its separators were rewritten, so that the platform's own are no longer what it holds. */
  readonly isRewritten: boolean
  /** The text itself, where it is one constant. */
  readonly text?: string
}

/** Steps of a query. Hand-written files need a few dozen; compiled code may nest thousands. */
const MAX_STEPS = 300
const UNKNOWN: PathShape = { isPath: false, end: 'unknown', isRewritten: false }
const SEPARATOR: PathShape = { ...UNKNOWN, end: 'separator' }
const KEEPS_PATH = new Set(['toLowerCase', 'toUpperCase', 'toLocaleLowerCase', 'trim', 'normalize', 'toString'])
const HANDS_ON_ELEMENTS = new Set(['filter', 'concat', 'slice', 'flat', 'reverse', 'sort'])

interface Query {
  readonly sourceCode: SourceCode
  readonly seen: Map<Node, PathShape>
}

/** Nothing is claimed of what other files, parameters or unknown calls give. */
export function resolvePathShape(sourceCode: SourceCode, node: Node): PathShape {
  return shapeOf({ sourceCode, seen: new Map() }, node)
}

function shapeOf(query: Query, node: Node): PathShape {
  const expression = unwrap(node)
  const known = query.seen.get(expression)
  if (known) return known
  if (query.seen.size >= MAX_STEPS) return UNKNOWN
  query.seen.set(expression, UNKNOWN)
  const shape = computeShape(query, expression)
  query.seen.set(expression, shape)
  return shape
}

function computeShape(query: Query, node: Node): PathShape {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? ofText(node.value) : UNKNOWN
    case 'TemplateLiteral':
      return ofTemplate(query, node)
    case 'BinaryExpression':
      return node.operator === '+' ? append(shapeOf(query, node.left), shapeOf(query, node.right)) : UNKNOWN
    case 'AwaitExpression':
      return shapeOf(query, node.argument)
    case 'AssignmentExpression':
      return node.operator === '=' ? shapeOf(query, node.right) : UNKNOWN
    case 'LogicalExpression':
      return either([shapeOf(query, node.left), shapeOf(query, node.right)])
    case 'ConditionalExpression':
      return either([shapeOf(query, node.consequent), shapeOf(query, node.alternate)])
    case 'Identifier':
      if (isDirectoryGlobal(query, node.name, node)) return path('unknown')
      return isSeparator(query, node) ? SEPARATOR : ofWritten(query, node)
    case 'MemberExpression':
      return ofMember(query, node)
    case 'CallExpression':
      return ofCall(query, node)
    default:
      return UNKNOWN
  }
}

function ofTemplate(query: Query, node: Extract<Node, { type: 'TemplateLiteral' }>): PathShape {
  const texts = node.quasis.map((quasi) => quasi.value.cooked ?? '')
  const [head] = node.expressions
  if (!head) return ofText(texts[0] ?? '')
  const first = texts[0] === '' ? shapeOf(query, head) : UNKNOWN
  const tail = texts.at(-1)
  const last = node.expressions.at(-1)
  const end = tail ? endOf(tail) : last ? shapeOf(query, last).end : 'unknown'
  return { isPath: first.isPath, end, isRewritten: first.isRewritten }
}

function isDirectoryGlobal(query: Query, name: string, node: Node): boolean {
  if (name !== '__dirname' && name !== '__filename') return false
  return (resolveVariable(query.sourceCode, name, node)?.defs.length ?? 0) === 0
}

function ofWritten(query: Query, node: Node): PathShape {
  const shapes: PathShape[] = []
  for (const { value, part } of findWrittenValues(query.sourceCode, node)) {
    if (part === 'element') shapes.push(elementOf(query, value))
    else shapes.push(part === 'appended' ? { ...shapeOf(query, value), isPath: false } : shapeOf(query, value))
  }
  return either(shapes)
}

function ofMember(query: Query, node: Extract<Node, { type: 'MemberExpression' }>): PathShape {
  const key = resolveKeyName(node.property, node.computed)
  if (node.object.type === 'MetaProperty') return key === 'dirname' || key === 'filename' ? path('unknown') : UNKNOWN
  return isSeparator(query, node) ? SEPARATOR : ofWritten(query, node)
}

function isSeparator(query: Query, node: Node): boolean {
  const member = resolveImport(query.sourceCode, node)
  return member !== undefined && member.module.startsWith('path') && member.path.at(-1) === 'sep'
}

function ofCall(query: Query, call: CallExpression): PathShape {
  const ofModule = ofModuleCall(query, call)
  if (ofModule) return ofModule
  const callee = unwrap(call.callee)
  const method = callee.type === 'MemberExpression' ? resolveKeyName(callee.property, callee.computed) : undefined
  if (callee.type === 'MemberExpression' && method) {
    if (KEEPS_PATH.has(method)) return { ...shapeOf(query, callee.object), text: undefined }
    if (method === 'replace' || method === 'replaceAll') return ofReplace(query, call, callee.object)
  }
  const fn = resolveFunction(query.sourceCode, callee)
  return fn ? either(findReturnValues(query.sourceCode, fn).map((value) => shapeOf(query, value))) : UNKNOWN
}

/** `replace(/\\/?$/, '/')` and the like write the separator at the end. */
function ofReplace(query: Query, call: CallExpression, object: Node): PathShape {
  const [pattern, replacement] = call.arguments
  const isAtEnd = pattern?.type === 'Literal' && 'regex' in pattern && pattern.regex.pattern.endsWith('$')
  const end = isAtEnd && replacement ? shapeOf(query, replacement).end : 'unknown'
  const { isPath } = shapeOf(query, object)
  return { isPath, end: end === 'separator' ? end : 'unknown', isRewritten: true }
}

function ofModuleCall(query: Query, call: CallExpression): PathShape | undefined {
  const member = resolveImport(query.sourceCode, call.callee)
  const name = member?.path.filter((key) => !/^(?:native|promises|posix|win32)$/.test(key)).join('.')
  const last = call.arguments.at(-1)
  switch (member ? `${member.module.replace(/\/.*$/, '')}.${name}` : globalCall(call)) {
    case 'path.join':
    case 'path.normalize':
      return path(last ? shapeOf(query, last).end : 'unknown')
    case 'path.resolve':
    case 'path.toNamespacedPath':
      // A trailing separator is dropped, unless nothing else is left.
      return path(last ? endOf(shapeOf(query, last).text?.replace(/[\\/]+$/, '') ?? '') : 'unknown')
    case 'url.fileURLToPath':
      return path(last && isDirectoryUrl(last) ? 'separator' : 'unknown')
    case 'path.dirname':
    case 'fs.realpath':
    case 'fs.realpathSync':
    case 'os.homedir':
    case 'os.tmpdir':
    case 'process.cwd':
      return path('unknown')
    default:
      return undefined
  }
}

function globalCall(call: CallExpression): string | undefined {
  const { callee } = call
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined
  const isCwd = callee.object.name === 'process' && resolveKeyName(callee.property, callee.computed) === 'cwd'
  return isCwd ? 'process.cwd' : undefined
}

function isDirectoryUrl(node: Node): boolean {
  const [relative] = node.type === 'NewExpression' ? node.arguments : []
  return relative?.type === 'Literal' && typeof relative.value === 'string' && /(?:^|\/)\.{0,2}$/.test(relative.value)
}

function elementOf(query: Query, list: Node): PathShape {
  const node = unwrap(list)
  if (query.seen.size >= MAX_STEPS) return UNKNOWN
  if (node.type === 'AwaitExpression') return elementOf(query, node.argument)
  if (node.type === 'ArrayExpression') {
    return either(node.elements.map((item) => {
      if (!item) return UNKNOWN
      return item.type === 'SpreadElement' ? elementOf(query, item.argument) : shapeOf(query, item)
    }))
  }
  if (node.type === 'Identifier' || (node.type === 'MemberExpression' && !query.seen.has(node))) {
    if (query.seen.has(node)) return UNKNOWN
    query.seen.set(node, UNKNOWN)
    const written = findWrittenValues(query.sourceCode, node).filter((item) => item.part === 'whole')
    return either(written.map((item) => elementOf(query, item.value)))
  }
  const [first] = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments : []
  if (node.type === 'NewExpression') return first ? elementOf(query, first) : UNKNOWN
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : node
  if (callee.type !== 'MemberExpression') return UNKNOWN
  const method = resolveKeyName(callee.property, callee.computed)
  if (method && HANDS_ON_ELEMENTS.has(method)) return elementOf(query, callee.object)
  if (method === 'from' || method === 'all') return first ? elementOf(query, first) : UNKNOWN
  const mapper = method === 'map' && first ? resolveFunction(query.sourceCode, first) : undefined
  return mapper ? either(findReturnValues(query.sourceCode, mapper).map((value) => shapeOf(query, value))) : UNKNOWN
}

function path(end: PathShape['end']): PathShape {
  return { isPath: true, end, isRewritten: false }
}

function ofText(text: string): PathShape {
  return { ...UNKNOWN, end: endOf(text), text }
}

function endOf(text: string): PathShape['end'] {
  // `mcp-` is meant as the beginning of names, such as those of temporary directories.
  if (/[\\/]$|\w[-_.]$/.test(text)) return 'separator'
  return /(?:^|[\\/])\.{0,2}$/.test(text) || /^[a-z]:$/i.test(text) ? 'unknown' : 'name'
}

function append(left: PathShape, right: PathShape): PathShape {
  return { isPath: left.isPath, end: right.end, isRewritten: left.isRewritten }
}

function either(shapes: readonly PathShape[]): PathShape {
  const [first, ...others] = shapes
  if (!first) return UNKNOWN
  if (others.length === 0) return first
  const isEvery = (end: PathShape['end']): boolean => shapes.every((shape) => shape.end === end)
  return {
    isPath: shapes.some((shape) => shape.isPath),
    end: shapes.some((shape) => shape.end === 'separator') ? 'separator' : isEvery('name') ? 'name' : 'unknown',
    isRewritten: shapes.some((shape) => shape.isRewritten),
  }
}
