import { basename, relative } from 'node:path'
import type { Rule } from 'eslint'
import { createRule } from '../create-rule.ts'
import type { Declaration, HandlerEffect } from '../engine/registrations/declaration.ts'
import { findDeclaredNodes } from '../reporting/declared-nodes.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { keepsBooks } from '../reporting/keeps-books.ts'
import { locate } from '../reporting/locate.ts'
import { mentionRoute } from '../reporting/mention.ts'
import { mentionDeclaration } from '../reporting/report-registrations.ts'
import { isTestFile } from '../syntax/is-test-file.ts'
import { oncePerKey } from '../syntax/once-per-key.ts'

const MAX_NAMES = 4

/** Something declared whose handler does what an audit asks for, and does not log it. */
interface Unlogged {
  readonly declaration: Declaration
  readonly effect: HandlerEffect
}

/** Of what an analysis declares; every file of the package asks. */
const deeds = new WeakMap<readonly Declaration[], Map<string, Unlogged[]>>()

export default createRule({
  name: 'require-security-event-log',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require a log of tool calls that run programs or change something',
      severity: 'low',
      preset: 'strict',
      checklist: ['log/security-events'],
      cwe: [778],
      owasp: ['MCP08'],
    },
    schema: [],
    messages: {
      unlogged: '{{tool}} {{deed}} and logs nothing{{others}}: what was done on whose behalf cannot be told afterwards. Log the call.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const filename = context.filename.replaceAll('\\', '/')
      const { declarations } = fileAnalysis(context)
      const byFolder = oncePerKey(deeds, declarations, () => new Map<string, Unlogged[]>())
      const doing = oncePerKey(byFolder, context.cwd, () => declarations.flatMap(findDeed)
        .filter(({ declaration }) => !isTestFile(declaration.file, context.cwd)).sort(byPlace))
      const unlogged = doing.filter(({ declaration }) => !declaration.isLogged)
      // A server that logs no call lacks one thing, and not as many as it has tools.
      const isOfServer = unlogged.length === doing.length
      const [first, ...others] = isOfServer ? unlogged : unlogged.filter(({ declaration }) => declaration.file === filename)
      if (first?.declaration.file === filename) report(context, first, others)
    },
  }),
})

function findDeed(declaration: Declaration): Unlogged[] {
  if (declaration.kind !== 'tool') return []
  const effect = declaration.effects.find(({ capability, change, route }) => (
    (capability === 'executes' || change !== undefined) && !route.some(keepsBooks)))
  return effect ? [{ declaration, effect }] : []
}

function byPlace({ declaration: a }: Unlogged, { declaration: b }: Unlogged): number {
  return a.file.localeCompare(b.file) || a.at[0] - b.at[0]
}

function report(context: Rule.RuleContext, { declaration, effect }: Unlogged, others: readonly Unlogged[]): void {
  const { sourceCode } = context
  context.report({
    loc: findDeclaredNodes(sourceCode, declaration).name?.loc ?? locate(sourceCode, declaration.at),
    messageId: 'unlogged',
    data: { tool: mentionDeclaration(declaration), deed: describeDeed(effect, context), others: mentionOthers(others) },
  })
}

function mentionOthers(others: readonly Unlogged[]): string {
  const names = [...new Set(others.map(({ declaration: { name } }) => name ?? 'another'))]
  if (names.length === 0) return ''
  const more = names.length > MAX_NAMES ? ` and ${String(names.length - MAX_NAMES)} more` : ''
  return `, nor ${names.length > 1 ? 'do' : 'does'} ${names.slice(0, MAX_NAMES).join(', ')}${more}`
}

function describeDeed({ capability, change, name, file, line, route }: HandlerEffect, { cwd, filename }: Rule.RuleContext): string {
  const where = file === filename.replaceAll('\\', '/') ? basename(filename) : relative(cwd, file).replaceAll('\\', '/')
  const verb = change === 'deletes' ? 'deletes' : 'writes'
  const deed = {
    executes: 'runs programs or code', 'writes-files': `${verb} files`, 'reads-files': 'reads files',
    network: 'sends what changes something elsewhere', database: `${verb} in a database`,
  }[capability]
  return `${deed} (\`${name.replace(/^default\./u, '')}\`, ${where}:${line}${mentionRoute(route)})`
}
