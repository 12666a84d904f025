import createDebug from 'debug'
import type { SourceCode } from 'eslint'
import { DEFAULT_BUDGET } from './budget.ts'
import type { Budget } from './budget.ts'
import { PackageAnalysis } from './analyze-package.ts'
import { lowerSource } from './lower-source.ts'
import type { Analysis } from './findings/finding.ts'
import { joinAnalyses } from './findings/join-analyses.ts'
import { AnalysisCache } from './host/analysis-cache.ts'
import { isPlatform } from './host/is-platform.ts'
import { PackageStore } from './host/package-store.ts'
import type { PackageFiles } from './host/package-store.ts'
import type { EnvironmentExample } from './host/read-examples.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'
import { TextEdit } from './update/text-edit.ts'

const debug = createDebug('secure-mcp:analysis')

const NOTHING: Analysis = {
  isMcp: false, findings: [], disclosures: [], failures: [], registrations: [], rawReads: [], listedTools: [], declarations: [],
  environment: [],
  process: { speaksStdio: false, logsRequests: false, replaced: [], loaded: [], writers: [] },
}

interface KnownPackage {
  readonly key: string
  readonly files: PackageFiles
  readonly analysis: Analysis
  /** Kept for a file that is being edited. */
  readonly session?: PackageAnalysis
  readonly updates: number
}

/** Each update leaves values behind: after so many the analysis is made anew. */
const MAX_UPDATES = 100

/** The analysis after an edit of the file that was edited before; `undefined` where it has to be made anew. */
function update({ session, files: before, updates }: KnownPackage, after: PackageFiles): Analysis | undefined {
  const { own } = after
  if (!session || !own || own.path !== before.own?.path) return undefined
  if (updates >= MAX_UPDATES || after.files.length !== before.files.length) return undefined
  const facts = after.files.find(({ path }) => path === own.path)
  const isElsewhereSame = after.files.every((file, index) => file === facts || file === before.files[index])
    && [...after.dependencies].join() === [...before.dependencies].join()
  return facts && isElsewhereSame ? session.update(facts, new TextEdit(before.own.text, own.text)) : undefined
}

/** What is kept between files for one knowledge and one budget. */
class Engine {
  private readonly bySource = new WeakMap<object, Analysis>()
  private readonly byPackage = new Map<string, KnownPackage>()
  private readonly store: PackageStore
  private readonly index: KnowledgeIndex
  /** Everything but the files that an analysis depends on. */
  private readonly key: string
  private readonly budget: Budget

  constructor(index: KnowledgeIndex, budget: Budget, cacheKey: string | undefined, key: string) {
    this.index = index
    this.budget = budget
    this.key = key
    this.store = new PackageStore(index, budget, cacheKey)
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

  /** The files of the package, and of others that import the file; empty where nothing speaks of MCP. */
  open(sourceCode: SourceCode, filename: string): PackageFiles[] {
    return this.store.open(filename, sourceCode.text, () => lowerSource(sourceCode, filename, this.index, this.budget))
  }

  examplesFor(filename: string): readonly EnvironmentExample[] {
    return this.store.examplesFor(filename)
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
    const analyses = this.open(sourceCode, filename).map((files) => this.analysisOf(files))
    return analyses.length > 1 ? joinAnalyses(analyses) : analyses[0] ?? NOTHING
  }

  private analysisOf(files: PackageFiles): Analysis {
    const last = this.byPackage.get(files.name)
    if (last?.key === files.key) return last.analysis
    const updated = last && update(last, files)
    if (updated) {
      this.byPackage.set(files.name, { ...last, key: files.key, files, analysis: updated, updates: last.updates + 1 })
      return updated
    }
    const cache = files.modules === undefined ? undefined : new AnalysisCache(files.modules, `${files.name}\n${this.key}`, files.key)
    const kept = cache?.load()
    if (kept) {
      this.byPackage.set(files.name, { key: files.key, files, analysis: kept, updates: 0 })
      debug('%s: nothing changed since the last analysis', files.root)
      return kept
    }
    const session = new PackageAnalysis({
      files: files.files, index: this.index, budget: this.budget, resolveImport: files.resolveImport, isMcp: true, isPlatform,
      place: files,
    })
    const analysis = session.run()
    this.byPackage.set(files.name, { key: files.key, files, analysis, updates: 0, ...(files.own ? { session } : {}) })
    cache?.save(analysis)
    const { inside, outside, missing } = files.countImports()
    debug('%s: linked %d files; of their imports %d lead to each other, %d elsewhere, %d nowhere', files.root, files.files.length,
      inside, outside, missing)
    return analysis
  }
}

/** What an analysis says of one file. */
function inFile(analysis: Analysis, path: string): Analysis {
  return {
    isMcp: analysis.isMcp,
    findings: analysis.findings.filter((finding) => finding.file === path),
    disclosures: analysis.disclosures.filter((disclosure) => disclosure.file === path),
    failures: analysis.failures.filter((failure) => failure.file === path),
    registrations: analysis.registrations.filter((use) => use.registration.file === path),
    rawReads: analysis.rawReads.filter((read) => read.file === path),
    listedTools: analysis.listedTools.filter((tool) => tool.file === path),
    declarations: analysis.declarations,
    process: analysis.process,
    environment: analysis.environment,
  }
}

const engines = new WeakMap<KnowledgeIndex, Map<string, Engine>>()

/**
 * What the analysis of its package says of the file under lint. It is made by the first rule that asks and shared by the
 * others, and by the other files for as long as no text changes. With `cacheKey`, which is equal for equal knowledge, facts
 * and analyses are kept in `node_modules/.cache`.
 */
export function analyzeFile(
  sourceCode: SourceCode, filename: string, index: KnowledgeIndex, limits: Partial<Budget> = {}, cacheKey?: string,
): Analysis {
  return engineFor(index, limits, cacheKey).analyze(sourceCode, filename)
}

/** The example files for the environment of a file's package, as they were when that was analysed. */
export function findExamples(
  filename: string, index: KnowledgeIndex, limits: Partial<Budget> = {}, cacheKey?: string,
): readonly EnvironmentExample[] {
  return engineFor(index, limits, cacheKey).examplesFor(filename)
}

/** The packages that such an analysis looks at; none where nothing speaks of MCP. Throws what the host throws. */
export function openPackages(
  sourceCode: SourceCode, filename: string, index: KnowledgeIndex, limits: Partial<Budget> = {},
): readonly PackageFiles[] {
  return engineFor(index, limits, undefined).open(sourceCode, filename)
}

function engineFor(index: KnowledgeIndex, limits: Partial<Budget>, cacheKey: string | undefined): Engine {
  const budget = { ...DEFAULT_BUDGET, ...limits }
  const key = JSON.stringify([budget, cacheKey])
  let byBudget = engines.get(index)
  if (!byBudget) {
    byBudget = new Map()
    engines.set(index, byBudget)
  }
  let engine = byBudget.get(key)
  if (!engine) {
    engine = new Engine(index, budget, cacheKey, key)
    byBudget.set(key, engine)
  }
  return engine
}
