import type { Scope, SourceCode } from 'eslint'
import type { TSESTree } from '@typescript-eslint/types'
import { DEFAULT_BUDGET } from './budget.ts'
import type { Budget } from './budget.ts'
import { analyzePackage } from './analyze-package.ts'
import { lowerFile } from './facts/lower-file.ts'
import type { Analysis } from './findings/finding.ts'
import { speaksOfMcp } from './host.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'

const NOTHING: Analysis = { isMcp: false, findings: [], registrations: [], rawReads: [], listedTools: [] }

const analyses = new WeakMap<object, WeakMap<KnowledgeIndex, Analysis>>()

/** The analysis of the file under lint: made by the first rule that asks, shared by the others. Never throws. */
export function analyzeFile(sourceCode: SourceCode, filename: string, index: KnowledgeIndex, limits: Partial<Budget> = {}): Analysis {
  let byIndex = analyses.get(sourceCode.ast)
  if (!byIndex) {
    byIndex = new WeakMap()
    analyses.set(sourceCode.ast, byIndex)
  }
  let analysis = byIndex.get(index)
  if (!analysis) {
    analysis = analyze(sourceCode, filename, index, { ...DEFAULT_BUDGET, ...limits })
    byIndex.set(index, analysis)
  }
  return analysis
}

function analyze(sourceCode: SourceCode, filename: string, index: KnowledgeIndex, budget: Budget): Analysis {
  if (sourceCode.text.length > budget.maxFileLength || !sourceCode.scopeManager) return NOTHING
  const facts = lowerFile(
    { ast: sourceCode.ast as unknown as TSESTree.Program, text: sourceCode.text, scopes: sourceCode.scopeManager.scopes as Scope.Scope[] },
    { path: filename, registrars: index.registrars, maxNesting: budget.maxNesting },
  )
  const isMcp = speaksOfMcp(facts, filename, index.dialectModules)
  if (!isMcp && !facts.functions.some((item) => item.mayRegister)) return NOTHING
  return analyzePackage({ files: [facts], index, budget, resolveImport: () => undefined, isMcp })
}
