import type { SourceCode } from 'eslint'
import type { CallExpression, Node, ObjectExpression, Property } from 'estree'
import { createRule } from '../create-rule.ts'
import { isSensitiveName, resolveAskedSecret } from '../knowledge/descriptions/sensitive-question.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { findProperty, resolveObject, resolveValue } from '../reporting/declared-nodes.ts'
import { nodeAt } from '../reporting/node-at.ts'
import { getStringParts } from '../syntax/get-string-parts.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { unwrap } from '../syntax/unwrap.ts'

const METHODS: ReadonlySet<string> = new Set(['elicitInput', 'elicit', 'requestElicitation'])

export default createRule({
  name: 'no-sensitive-elicitation',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow forms that ask the user for secrets',
      severity: 'high',
      preset: 'recommended',
      checklist: [],
      cwe: [522],
      owasp: ['MCP01'],
    },
    schema: [],
    messages: {
      field: '`{{name}}` asks the user for a secret in a form, which passes through the client and may reach the model. The protocol '
        + 'forbids it: use URL mode, or read the secret from the environment.',
      message: 'This form asks the user for a secret ({{secret}}), which passes through the client and may reach the model. The protocol '
        + 'forbids it: use URL mode, or read the secret from the environment.',
    },
  },
  create(context) {
    const { sourceCode } = context
    const reported = new Set<Node>()
    const reportField = (item: Property, name: string): void => {
      if (reported.has(item)) return
      reported.add(item)
      context.report({ node: item, messageId: 'field', data: { name } })
    }
    const reportMessage = (node: Node, secret: string): void => {
      if (reported.has(node)) return
      reported.add(node)
      context.report({ node, messageId: 'message', data: { secret } })
    }
    return {
      'Program:exit'() {
        // What is sent from other files.
        for (const { channel, at, property = '', name } of fileAnalysis(context).disclosures) {
          const node = channel === 'form' ? nodeAt(sourceCode, at) : undefined
          const object = node && unwrap(node)
          const item = object?.type === 'ObjectExpression' ? findProperty(object, property) : undefined
          if (item && property === 'message') reportMessage(item.value, name)
          else if (item) reportField(item, name)
        }
      },
      CallExpression(call) {
        const params = resolveParams(sourceCode, call)
        if (!params || !fileAnalysis(context).isMcp) return
        const mode = findProperty(params, 'mode')?.value
        if (mode && textOf(sourceCode, mode) === 'url') return
        const schema = findProperty(params, 'requestedSchema')?.value
        const object = schema && resolveObject(sourceCode, schema)
        const properties = object && findProperty(object, 'properties')?.value
        const fields = properties && resolveObject(sourceCode, properties)
        const sensitive = (fields?.properties ?? []).flatMap((item) => {
          const name = item.type === 'Property' ? resolveKeyName(item.key, item.computed) : undefined
          return item.type === 'Property' && name !== undefined && isSensitiveName(name) && asksForText(sourceCode, item)
            ? [{ name, item }] : []
        })
        for (const { name, item } of sensitive) reportField(item, name)
        const message = findProperty(params, 'message')?.value
        const secret = message && resolveAskedSecret(textOf(sourceCode, message) ?? '')
        if (secret === undefined || sensitive.length > 0 || !schema || (fields && !hasText(sourceCode, fields))) return
        reportMessage(message as Node, secret)
      },
    }
  },
})

/** The parameters of a request for a form: `elicitInput(params)`, or `request({ method: 'elicitation/create', params })`. */
function resolveParams(sourceCode: SourceCode, { callee, arguments: args }: CallExpression): ObjectExpression | undefined {
  const method = callee.type === 'MemberExpression' ? resolveKeyName(callee.property, callee.computed) : undefined
  const [first] = args
  if (method === undefined || !first) return undefined
  const object = resolveObject(sourceCode, first)
  if (METHODS.has(method)) return object && findProperty(object, 'requestedSchema') ? object : undefined
  if (!object || (method !== 'request' && method !== 'sendRequest')) return undefined
  const name = findProperty(object, 'method')?.value
  const params = findProperty(object, 'params')?.value
  return name && params && textOf(sourceCode, name) === 'elicitation/create' ? resolveObject(sourceCode, params) : undefined
}

/** A yes or no about a secret is none. */
function asksForText(sourceCode: SourceCode, item: ObjectExpression['properties'][number]): boolean {
  const schema = item.type === 'Property' ? resolveObject(sourceCode, item.value) : undefined
  const type = schema && findProperty(schema, 'type')?.value
  if (schema && findProperty(schema, 'enum')) return false
  return !type || textOf(sourceCode, type) !== 'boolean'
}

function hasText(sourceCode: SourceCode, fields: ObjectExpression): boolean {
  return fields.properties.some((item) => asksForText(sourceCode, item))
}

function textOf(sourceCode: SourceCode, node: Node): string | undefined {
  const parts = getStringParts(resolveValue(sourceCode, node))
  const text = parts.map((part) => (part.kind === 'text' ? part.text : ' … ')).join('')
  return text === '' ? undefined : text
}
