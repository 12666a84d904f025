import createDebug from 'debug'
import type { Scope, SourceCode } from 'eslint'
import type { TSESTree } from '@typescript-eslint/types'
import { DEFAULT_BUDGET } from './budget.ts'
import type { Budget } from './budget.ts'
import { analyzePackage } from './analyze-package.ts'
import { lowerFile } from './facts/lower-file.ts'
import type { Analysis } from './findings/finding.ts'
import { isPlatform } from './host/is-platform.ts'
import { PackageStore } from './host/package-store.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'

const debug = createDebug('secure-mcp:analysis')

const NOTHING: Analysis = { isMcp: false, findings: [], registrations: [], rawReads: [], listedTools: [] }

/** What is kept between files for one knowledge and one budget. */
class Engine {
  private readonly bySource = new WeakMap<object, Analysis>()
  private readonly byPackage = new Map<string, { key: string; analysis: Analysis }>()
  private readonly store: PackageStore
  private readonly index: KnowledgeIndex
  private readonly budget: Budget

  constructor(index: KnowledgeIndex, budget: Budget) {
    this.index = index
    this.budget = budget
    this.store = new PackageStore(index, budget)
  }

  analyze(sourceCode: SourceCode, filename: string): Analysis {
    const { ast, text, scopeManager } = sourceCode
    const known = this.bySource.get(ast)
    if (known) return known
    const analysis = text.length > this.budget.maxFileLength || !scopeManager ? NOTHING
      : inFile(this.tryAnalyze(sourceCode, filename), filename.replaceAll('\\', '/'))
    this.bySource.set(ast, analysis)
    return analysis
  }

  /** A fault of the engine must not end a lint: the rules stay silent and a debug line tells. */
  private tryAnalyze(sourceCode: SourceCode, filename: string): Analysis {
    try {
      return this.analyzePackage(sourceCode, filename)
    } catch (error) {
      debug('analysis of %s given up: %O', filename, error)
      return NOTHING
    }
  }

  private analyzePackage(sourceCode: SourceCode, filename: string): Analysis {
    const files = this.store.open(filename, sourceCode.text, () => lowerFile(
      {
        ast: sourceCode.ast as unknown as TSESTree.Program, text: sourceCode.text,
        scopes: (sourceCode.scopeManager.scopes ?? []) as Scope.Scope[],
      },
      { path: filename.replaceAll('\\', '/'), ...this.index.places, maxNesting: this.budget.maxNesting },
    ))
    if (!files) return NOTHING
    const name = files.files.length === 1 ? filename : files.root
    const last = this.byPackage.get(name)
    if (last?.key === files.key) return last.analysis
    const analysis = analyzePackage({
      files: files.files, index: this.index, budget: this.budget, resolveImport: files.resolveImport, isMcp: true, isPlatform,
    })
    this.byPackage.set(name, { key: files.key, analysis })
    return analysis
  }
}

/** What an analysis says of one file. */
function inFile(analysis: Analysis, path: string): Analysis {
  return {
    isMcp: analysis.isMcp,
    findings: analysis.findings.filter((finding) => finding.file === path),
    registrations: analysis.registrations.filter((use) => use.registration.file === path),
    rawReads: analysis.rawReads.filter((read) => read.file === path),
    listedTools: analysis.listedTools.filter((tool) => tool.file === path),
  }
}

const engines = new WeakMap<KnowledgeIndex, Map<string, Engine>>()

/**
 * What the analysis of its package says of the file under lint. It is made by the first rule that asks and shared by the
 * others, and by the other files for as long as no text changes.
 */
export function analyzeFile(sourceCode: SourceCode, filename: string, index: KnowledgeIndex, limits: Partial<Budget> = {}): Analysis {
  const budget = { ...DEFAULT_BUDGET, ...limits }
  const key = JSON.stringify(budget)
  let byBudget = engines.get(index)
  if (!byBudget) {
    byBudget = new Map()
    engines.set(index, byBudget)
  }
  let engine = byBudget.get(key)
  if (!engine) {
    engine = new Engine(index, budget)
    byBudget.set(key, engine)
  }
  return engine.analyze(sourceCode, filename)
}
