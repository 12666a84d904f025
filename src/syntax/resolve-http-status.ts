import type { AssignmentExpression, CallExpression, NewExpression, Node, ObjectExpression } from 'estree'
import { resolveKeyName } from './resolve-key-name.ts'
import { unwrap } from './unwrap.ts'

/** Methods that are given the status first: of Express, Fastify, `node:http` and Koa. */
const FIRST = new Set(['status', 'sendStatus', 'code', 'writeHead', 'throw'])
/** Methods that are given it behind the body: of Hono. */
const SECOND = new Set(['json', 'text', 'body', 'html', 'newResponse'])
const ERRORS = /^(?:createError|createHttpError|httpErrors?|HttpError|HTTPException|HttpException)$/u

/** The status that an expression gives to an answer over HTTP, where it is written as a number. */
export function resolveHttpStatus(node: CallExpression | NewExpression | AssignmentExpression): number | undefined {
  if (node.type === 'AssignmentExpression') {
    const { left } = node
    const name = left.type === 'MemberExpression' ? resolveKeyName(left.property, left.computed) : undefined
    return name === 'statusCode' || name === 'status' ? numberOf(node.right) : undefined
  }
  const [first, second] = node.arguments
  const { callee } = node
  if (callee.type === 'Identifier') {
    if (ERRORS.test(callee.name)) return numberOf(first)
    return node.type === 'NewExpression' && callee.name === 'Response' ? statusIn(second) : undefined
  }
  if (callee.type !== 'MemberExpression' || node.type === 'NewExpression') return undefined
  const method = resolveKeyName(callee.property, callee.computed) ?? ''
  if (FIRST.has(method)) return numberOf(first)
  if (!SECOND.has(method)) return undefined
  return numberOf(second) ?? statusIn(second)
}

function statusIn(options: Node | undefined): number | undefined {
  const object = options && unwrap(options)
  return object?.type === 'ObjectExpression' ? numberOf(findStatus(object)) : undefined
}

function findStatus({ properties }: ObjectExpression): Node | undefined {
  const found = properties.find((item) => item.type === 'Property' && resolveKeyName(item.key, item.computed) === 'status')
  return found?.type === 'Property' ? found.value : undefined
}

function numberOf(node: Node | undefined): number | undefined {
  const value = node && unwrap(node)
  return value?.type === 'Literal' && typeof value.value === 'number' ? value.value : undefined
}
