import createDebug from 'debug'
import { analyzePackage } from './analyze-package.ts'
import { DEFAULT_BUDGET } from './budget.ts'
import type { Budget } from './budget.ts'
import type { FileFacts } from './facts/ir.ts'
import type { Analysis } from './findings/finding.ts'
import { isPlatform } from './host/is-platform.ts'
import { PackageStore } from './host/package-store.ts'
import type { PackageFiles } from './host/package-store.ts'
import { parseFacts } from './host/parse-facts.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'

const debug = createDebug('secure-mcp:analysis')

/** Why nothing is known of a file: it cannot be read or parsed, is too long, or the analysis of its package failed. */
export type Unread = 'unreadable' | 'too-long' | 'unparsed' | 'failed'

export interface PathsAnalysis {
  /** One for each package, and for each file that is looked at alone; those without MCP are left out. */
  readonly analyses: readonly Analysis[]
  readonly unread: ReadonlyMap<string, Unread>
}

/** Analyses the packages to which files on disk belong. Paths are absolute, written with `/`. No syntax tree is needed. */
export function analyzePaths(
  paths: readonly string[], readText: (path: string) => string | undefined, index: KnowledgeIndex, limits: Partial<Budget> = {},
): PathsAnalysis {
  const budget = { ...DEFAULT_BUDGET, ...limits }
  const store = new PackageStore(index, budget, undefined)
  const opened = new Map<string, PackageFiles>()
  const covered = new Set<string>()
  const unread = new Map<string, Unread>()
  for (const path of paths) {
    if (covered.has(path)) continue
    const found = open(store, path, readText(path), index, budget)
    if (typeof found === 'string') unread.set(path, found)
    else for (const files of found) opened.set(files.name, files)
    if (typeof found !== 'string') for (const { files } of found) for (const file of files) covered.add(file.path)
  }
  const analyses = [...opened.values()].flatMap((files) => {
    const analysis = analyze(files, index, budget)
    if (!analysis) for (const file of files.files) unread.set(file.path, 'failed')
    return analysis ?? []
  })
  return { analyses, unread }
}

function open(
  store: PackageStore, path: string, text: string | undefined, index: KnowledgeIndex, budget: Budget,
): PackageFiles[] | Unread {
  if (text === undefined) return 'unreadable'
  if (text.length > budget.maxFileLength) return 'too-long'
  let facts: FileFacts | undefined
  const lower = (): FileFacts => {
    facts = parseFacts(text, { path, ...index.places, maxNesting: budget.maxNesting })
    if (!facts) throw new Error('unparsed')
    return facts
  }
  try {
    return store.open(path, text, lower)
  } catch (error) {
    if ((error as Error).message === 'unparsed') return 'unparsed'
    throw error
  }
}

function analyze(files: PackageFiles, index: KnowledgeIndex, budget: Budget): Analysis | undefined {
  try {
    return analyzePackage({
      files: files.files, index, budget, resolveImport: files.resolveImport, isMcp: true, isPlatform, place: files,
    })
  } catch (error) {
    debug('analysis of %s given up: %O', files.root, error)
    return undefined
  }
}
