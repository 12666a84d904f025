import type { SourceCode } from 'eslint'
import { createRule } from '../create-rule.ts'
import type { Failure } from '../engine/findings/failure.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { locate } from '../reporting/locate.ts'
import { reportRefusals } from '../reporting/report-refusals.ts'
import type { Refusing } from '../reporting/report-refusals.ts'
import { findProperty } from '../reporting/declared-nodes.ts'
import { isTestFile } from '../syntax/is-test-file.ts'
import { resolveHttpStatus } from '../syntax/resolve-http-status.ts'
import { resolveImport } from '../syntax/resolve-import.ts'

/** How an error says that something is forbidden, and not only missing. */
const FORBIDS = new RegExp([
  'not (?:be )?(?:allowed|permitted|authori[sz]ed|in (?:the )?(?:allow|white)-?list)|denied|forbidden|prohibit|disallow|block(?:ed|list)',
  'restricted|unsafe|dangerous|suspicious|malicious|illegal|travers|outside |escapes?\\b|rate.?limit|too many requests',
].join('|'), 'iu')

export default createRule({
  name: 'require-anomaly-log',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require a log of what checks and limits refuse',
      severity: 'low',
      preset: 'strict',
      checklist: ['log/anomalies'],
      cwe: [778],
      owasp: ['MCP08'],
    },
    schema: [],
    messages: {
      refused: 'A check refuses input here, and nothing logs it: nobody notices that somebody tries. Log what was refused.',
      limited: 'A caller is turned away here for calling too often, and nothing logs it: nobody notices. Log who was turned away.',
    },
  },
  create: (context) => {
    const { sourceCode, filename, cwd } = context
    return {
      ...reportRefusals(context, (node) => isLimit(sourceCode, node), 'limited'),
      Program() {
        const failures = fileAnalysis(context).failures.filter((failure) => isUnnoticed(failure, sourceCode))
        if (failures.length === 0 || isTestFile(filename, cwd)) return
        for (const { at } of failures) context.report({ loc: locate(sourceCode, at), messageId: 'refused' })
      },
    }
  },
})

/** Answers 429, itself or through a middleware that is not told what else to do. */
function isLimit(sourceCode: SourceCode, node: Refusing): boolean {
  if (resolveHttpStatus(node) === 429) return true
  if (node.type !== 'CallExpression' || node.callee.type === 'Super') return false
  const made = resolveImport(sourceCode, node.callee)
  const [options] = node.arguments
  if (made?.module !== 'express-rate-limit' || options?.type !== 'ObjectExpression') return false
  return !findProperty(options, 'handler') && options.properties.every(({ type }) => type === 'Property')
}

function isUnnoticed({ kind, isLogged: isNoted, at }: Failure, { text }: SourceCode): boolean {
  return !isNoted && (kind === 'refused' || (kind === 'unlisted' && FORBIDS.test(text.slice(...at))))
}
