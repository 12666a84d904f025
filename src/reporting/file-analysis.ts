import type { Rule } from 'eslint'
import { analyzeFile } from '../engine/analyze-file.ts'
import type { Analysis } from '../engine/findings/finding.ts'
import { KnowledgeIndex } from '../engine/knowledge-index.ts'
import { knowledge } from '../knowledge/index.ts'
import { getSettings } from '../settings.ts'
import type { SecureMcpSettings } from '../settings.ts'
import { settingsKnowledge } from './settings-knowledge.ts'

const indexes = new WeakMap<SecureMcpSettings, KnowledgeIndex>()

/** What the engine found in the file under lint; the work is done once for all rules. */
export function fileAnalysis(context: Rule.RuleContext): Analysis {
  const settings = getSettings(context.settings)
  let index = indexes.get(settings)
  if (!index) {
    index = new KnowledgeIndex(knowledge, settingsKnowledge(settings))
    indexes.set(settings, index)
  }
  return analyzeFile(context.sourceCode, context.filename, index, settings.limits, settings.cache)
}
