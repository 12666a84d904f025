import type { SourceCode } from 'eslint'
import { createRule } from '../create-rule.ts'
import { reportRefusals } from '../reporting/report-refusals.ts'
import type { Refusing } from '../reporting/report-refusals.ts'
import { resolveHttpStatus } from '../syntax/resolve-http-status.ts'
import { resolveImport } from '../syntax/resolve-import.ts'

/** Errors that a framework answers with 401 or 403, by module. */
const ERRORS: Readonly<Record<string, RegExp>> = {
  '@modelcontextprotocol/': /^(?:InvalidTokenError|InsufficientScopeError|AccessDeniedError|UnauthorizedClientError)$/u,
  '@nestjs/common': /^(?:UnauthorizedException|ForbiddenException)$/u,
}

export default createRule({
  name: 'require-auth-failure-log',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require a log of callers that are turned away',
      severity: 'low',
      preset: 'strict',
      checklist: ['log/auth-failures'],
      cwe: [778],
      owasp: ['MCP08'],
    },
    schema: [],
    messages: {
      unlogged: 'A caller is turned away here, and nothing logs it: attempts to guess or steal a way in leave no trace. '
        + 'Log who was refused, and why, but not the credential.',
    },
  },
  create: (context) => reportRefusals(context, (node) => refusesCaller(context.sourceCode, node), 'unlogged'),
})

function refusesCaller(sourceCode: SourceCode, node: Refusing): boolean {
  const status = resolveHttpStatus(node)
  if (status !== undefined || node.type !== 'NewExpression') return status === 401 || status === 403
  const made = node.callee.type === 'Super' ? undefined : resolveImport(sourceCode, node.callee)
  const name = made?.path.at(-1)
  return made !== undefined && name !== undefined
    && Object.entries(ERRORS).some(([module, names]) => made.module.startsWith(module) && names.test(name))
}
