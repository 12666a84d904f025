import type { Rule } from 'eslint'
import { analyzeFile, findExamples } from '../engine/analyze-file.ts'
import type { Analysis } from '../engine/findings/finding.ts'
import type { EnvironmentExample } from '../engine/host/read-examples.ts'
import { KnowledgeIndex } from '../engine/knowledge-index.ts'
import { knowledge } from '../knowledge/index.ts'
import { getSettings } from '../settings.ts'
import type { SecureMcpSettings } from '../settings.ts'
import { settingsKnowledge } from './settings-knowledge.ts'

interface Knowing {
  readonly index: KnowledgeIndex
  /** Equal for equal settings. */
  readonly key: string
}

const bySettings = new WeakMap<SecureMcpSettings, Knowing>()
const byKey = new Map<string, Knowing>()

/** What the engine found in the file under lint; the work is done once for all rules. */
export function fileAnalysis(context: Rule.RuleContext): Analysis {
  const settings = getSettings(context.settings)
  const { index, key } = knowingOf(settings)
  return analyzeFile(context.sourceCode, context.filename, index, settings.limits, settings.cache ? key : undefined)
}

/** The example files for the environment of the package. */
export function fileExamples(context: Rule.RuleContext): readonly EnvironmentExample[] {
  const settings = getSettings(context.settings)
  const { index, key } = knowingOf(settings)
  return findExamples(context.filename, index, settings.limits, settings.cache ? key : undefined)
}

/** Blocks of a configuration may give equal settings in different objects: they share what is known. */
function knowingOf(settings: SecureMcpSettings): Knowing {
  let knowing = bySettings.get(settings)
  if (!knowing) {
    const key = JSON.stringify(settings)
    knowing = byKey.get(key) ?? { key, index: new KnowledgeIndex(knowledge, settingsKnowledge(settings)) }
    byKey.set(key, knowing)
    bySettings.set(settings, knowing)
  }
  return knowing
}
