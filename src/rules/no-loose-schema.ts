import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { findFields } from '../engine/flow/find-fields.ts'
import type { SchemaField } from '../engine/flow/find-fields.ts'
import type { SchemaNode } from '../engine/flow/schema-node.ts'
import type { Declaration } from '../engine/registrations/declaration.ts'
import { declarationsIn } from '../reporting/declarations-in.ts'
import { resolveSchemaProperty, resolveValue } from '../reporting/declared-nodes.ts'
import { mentionDeclaration } from '../reporting/report-registrations.ts'
import { getParent } from '../syntax/get-parent.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'

export default createRule({
  name: 'no-loose-schema',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow tool schemas that let anything through',
      severity: 'medium',
      preset: 'recommended',
      checklist: ['input/types'],
      cwe: [20],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      anything: '`{{name}}` of {{tool}} may be anything: its schema checks nothing. Say what it must be.',
      open: 'The schema of {{tool}} lets arguments through that it does not name. Name them all, or refuse the rest.',
      useString: 'Accept a string only.',
      refuse: 'Refuse arguments that the schema does not name.',
    },
  },
  create(context) {
    const { sourceCode, filename } = context
    const told = new Set<Node>()

    function report(node: Node, descriptor: Omit<Rule.ReportDescriptor, 'node' | 'loc'> & { messageId: string }): void {
      if (told.has(node)) return
      told.add(node)
      context.report({ node, ...descriptor } as Rule.ReportDescriptor)
    }

    // A schema is mended where it is written, which need not be where it is registered.
    return { 'Program:exit': () => { for (const declaration of declarationsIn(context)) judge(declaration) } }

    function judge(declaration: Declaration): void {
      const { schema, kind } = declaration
      if (!schema || kind !== 'tool') return
      const tool = lower(mentionDeclaration(declaration))
      const fields = findFields(schema)
      for (const { path, schema: own } of fields) {
        const property = own.isAny && own.place && resolveSchemaProperty(sourceCode, filename, own.place)
        if (!property) continue
        const fix = useString(sourceCode, property.value)
        report(property, {
          messageId: 'anything', data: { name: path.join('.'), tool }, suggest: fix ? [{ messageId: 'useString', fix }] : [],
        })
      }
      const opening = isOpen(schema) ? findOpening(sourceCode, filename, fields) : undefined
      if (!opening) return
      const fix = (fixer: Rule.RuleFixer): Rule.Fix => fixer.replaceText(opening.property, opening.strict)
      report(opening.property, { messageId: 'open', data: { tool }, suggest: [{ messageId: 'refuse', fix }] })
    }
  },
})

function lower(text: string): string {
  return text.replace(/^./u, (first) => first.toLowerCase())
}

function isOpen({ open, unknown, fields }: SchemaNode): boolean {
  return open === true && unknown !== true && (fields?.size ?? 0) > 0
}

interface Opening {
  /** The name of the method or constructor that lets more through. */
  readonly property: Node
  readonly strict: string
}

/** `.passthrough()`, `.loose()` or `looseObject` around the shape of the whole. */
function findOpening(sourceCode: SourceCode, filename: string, fields: readonly SchemaField[]): Opening | undefined {
  const place = fields.find(({ path, schema }) => path.length === 1 && schema.place)?.schema.place
  const property = place && resolveSchemaProperty(sourceCode, filename, place)
  const shape = property && getParent(property)
  let call = shape && getParent(shape)
  while (call?.type === 'CallExpression' && call.callee.type === 'MemberExpression') {
    const name = resolveKeyName(call.callee.property, call.callee.computed)
    if (name === 'passthrough' || name === 'loose') return { property: call.callee.property, strict: 'strict' }
    if (name === 'looseObject') return { property: call.callee.property, strict: 'strictObject' }
    const next: Node | undefined = getParent(call)
    call = next && getParent(next)
  }
  return undefined
}

/** `z.any()` alone, with methods behind it that a string has too. */
function useString(sourceCode: SourceCode, value: Node): ((fixer: Rule.RuleFixer) => Rule.Fix) | undefined {
  let call = resolveValue(sourceCode, value)
  while (call.type === 'CallExpression' && call.callee.type === 'MemberExpression') {
    const { object, property } = call.callee
    const name = resolveKeyName(property, call.callee.computed)
    if (object.type === 'Identifier') return isAny(call, name) ? (fixer) => fixer.replaceText(property, 'string') : undefined
    if (!/^(?:describe|optional|nullable|nullish|meta)$/u.test(name ?? '')) return undefined
    call = object
  }
  return undefined
}

function isAny(call: CallExpression, name: string | undefined): boolean {
  return call.arguments.length === 0 && (name === 'any' || name === 'unknown')
}
