import type { Rule } from 'eslint'
import { createRule } from '../create-rule.ts'
import type { RegistrationUse } from '../engine/findings/finding.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { locate } from '../reporting/locate.ts'
import { addSchemaStub } from '../reporting/suggestions/add-schema-stub.ts'

/** What a handler without a schema may read: members of the request context, in SDK v1 and v2. */
const CONTEXT: ReadonlySet<string> = new Set([
  'signal', 'authInfo', 'sessionId', '_meta', 'requestId', 'requestInfo', 'taskId', 'taskStore', 'taskRequestedTtl',
  'sendNotification', 'sendRequest', 'closeSSEStream', 'closeStandaloneSSEStream', 'mcpReq', 'http', 'task', 'client',
  'session', 'log', '*',
])

export default createRule({
  name: 'require-input-schema',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Require a schema for every tool that takes arguments',
      severity: 'high',
      preset: 'recommended',
      checklist: ['input/parameters'],
      cwe: [20],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      unread: '{{tool}} reads {{reads}} but registers no schema, so nothing checks what the client sends. Register '
        + 'a schema that names its arguments.',
      unlisted: '{{tool}} is listed without an inputSchema, which the protocol requires. Describe its arguments, or '
        + 'state that it takes none.',
      addSchema: 'Register a schema with {{reads}}.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const { registrations, listedTools } = fileAnalysis(context)
      for (const use of registrations) reportUnread(context, use)
      for (const tool of listedTools) {
        if (tool.hasSchema) continue
        context.report({
          loc: locate(context.sourceCode, tool.at), messageId: 'unlisted', data: { tool: mentionTool(tool.name) },
        })
      }
    },
  }),
})

function reportUnread(context: Rule.RuleContext, { registration, schemaState, reads }: RegistrationUse): void {
  if (registration.kind !== 'tool' || schemaState !== 'none') return
  const names = reads.filter((name) => !CONTEXT.has(name))
  if (names.length === 0) return
  const form = registration.dialect === 'sdk-v2' ? 'object' : 'shape'
  const fix = addSchemaStub(context.sourceCode, registration.at, { names, form })
  const list = names.map((name) => `\`${name}\``).join(', ')
  context.report({
    loc: locate(context.sourceCode, registration.at), messageId: 'unread',
    data: { tool: mentionTool(registration.name), reads: list },
    suggest: fix ? [{ messageId: 'addSchema', data: { reads: list }, fix }] : [],
  })
}

function mentionTool(name: string | undefined): string {
  return name === undefined ? 'A tool' : `Tool ${name}`
}
