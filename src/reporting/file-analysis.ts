import type { Rule } from 'eslint'
import { analyzeFile } from '../engine/analyze-file.ts'
import type { Analysis } from '../engine/findings/finding.ts'
import { KnowledgeIndex } from '../engine/knowledge-index.ts'
import { knowledge } from '../knowledge/index.ts'
import { getSettings } from '../settings.ts'

let index: KnowledgeIndex | undefined

/** What the engine found in the file under lint; the work is done once for all rules. */
export function fileAnalysis(context: Rule.RuleContext): Analysis {
  const settings = getSettings(context.settings)
  index ??= new KnowledgeIndex(knowledge)
  return analyzeFile(context.sourceCode, context.filename, index, settings.limits)
}
