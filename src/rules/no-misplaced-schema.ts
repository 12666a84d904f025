import type { Rule, SourceCode } from 'eslint'
import type { Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { resolveVersion } from '../engine/host/resolve-version.ts'
import { findDeclaredNodes, resolveValue } from '../reporting/declared-nodes.ts'
import { mentionDeclaration, reportRegistrations } from '../reporting/report-registrations.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { unwrap } from '../syntax/unwrap.ts'

const SDK = '@modelcontextprotocol/sdk'
/** The first release that refuses what it cannot read as a shape. */
const REFUSES_FROM = [1, 28]

/** Methods after which an object schema still has its shape. */
const KEEPS_SHAPE: ReadonlySet<string> = new Set([
  'strict', 'strip', 'passthrough', 'loose', 'catchall', 'describe', 'meta', 'extend', 'safeExtend', 'merge', 'pick', 'omit', 'partial',
  'required',
])

export default createRule({
  name: 'no-misplaced-schema',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow schemas that `server.tool` takes for annotations',
      severity: 'high',
      preset: 'recommended',
      checklist: ['input/parameters'],
      cwe: [20],
      owasp: ['MCP05'],
    },
    fixable: 'code',
    schema: [],
    messages: {
      ignored: '{{tool}} has {{what}} where `server.tool` wants an object of schemas. {{sdk}} takes it for annotations: no schema '
        + 'is told to clients and nothing is checked. Pass the shape.',
      refused: '{{tool}} has {{what}} where `server.tool` wants an object of schemas. {{sdk}} throws when the tool is registered. '
        + 'Pass the shape.',
      either: '{{tool}} has {{what}} where `server.tool` wants an object of schemas. SDK releases before 1.28 take it for '
        + 'annotations and check nothing, later ones throw when the tool is registered. Pass the shape.',
    },
  },
  create(context) {
    const { sourceCode } = context
    return reportRegistrations(context, (declaration) => {
      if (declaration.kind !== 'tool' || declaration.server?.startsWith(SDK) !== true) return
      if (declaration.schemaForm !== 'schema' && declaration.schemaForm !== 'description') return
      const { call, schema } = findDeclaredNodes(sourceCode, declaration)
      const callee = call?.callee
      const isPositional = callee?.type === 'MemberExpression' && resolveKeyName(callee.property, callee.computed) === 'tool'
      if (!isPositional || !schema) return
      const isJson = declaration.schemaForm === 'description'
      context.report({
        node: schema,
        ...outcome(context),
        data: {
          tool: mentionDeclaration(declaration), what: isJson ? 'a JSON Schema' : 'a whole schema', ...outcome(context).data,
        },
        fix: isJson || !hasShape(sourceCode, schema) ? null : (fixer) => fixer.insertTextAfter(schema, '.shape'),
      })
    })
  },
})

/** What the release that the file gets does; a declared range may yet install a later one. */
function outcome(context: Rule.RuleContext): { messageId: string; data: Record<string, string> } {
  const found = resolveVersion(context.physicalFilename, SDK)
  if (!found) return { messageId: 'either', data: {} }
  const [major = 0, minor = 0] = found.version.split('.').map(Number)
  const [fromMajor = 0, fromMinor = 0] = REFUSES_FROM
  const refuses = major > fromMajor || (major === fromMajor && minor >= fromMinor)
  if (!found.isExact && !refuses) return { messageId: 'either', data: {} }
  return { messageId: refuses ? 'refused' : 'ignored', data: { sdk: `SDK ${found.version}` } }
}

/** True for `z.object({ … })` and what keeps its shape, here or in the constant that is named. */
function hasShape(sourceCode: SourceCode, schema: Node): boolean {
  const isSafe = unwrap(schema) === schema && (schema.type === 'Identifier' || schema.type === 'CallExpression')
  let node: Node = resolveValue(sourceCode, schema)
  for (;;) {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
    const method = resolveKeyName(node.callee.property, node.callee.computed) ?? ''
    if (/^(?:object|strictObject|looseObject)$/u.test(method)) {
      return isSafe && /^zod(?:\/|$)/u.test(resolveImport(sourceCode, node.callee)?.module ?? '')
    }
    if (!KEEPS_SHAPE.has(method)) return false
    node = resolveValue(sourceCode, node.callee.object)
  }
}
