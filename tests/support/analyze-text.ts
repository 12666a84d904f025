import { SourceCode } from 'eslint'
import { analyzeFile } from '../../src/engine/analyze-file.ts'
import type { Analysis } from '../../src/engine/findings/finding.ts'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import { knowledge } from '../../src/knowledge/index.ts'
import { parser } from '../../src/parser.ts'

const ownIndex = new KnowledgeIndex(knowledge)

export interface AnalyzeTextOptions {
  /** Default: a file at the top of a folder that has no package.json. */
  readonly filename?: string
  readonly index?: KnowledgeIndex
  /** Default: facts are not kept on disk. */
  readonly usesCache?: boolean
}

/** The analysis of one TypeScript file that is nowhere on disk. */
export function analyzeText(text: string, options: AnalyzeTextOptions = {}): Analysis {
  const { filename = '/no-package/server.ts', index = ownIndex, usesCache = false } = options
  const parsed = parser.parseForESLint(text, {
    filePath: filename, range: true, loc: true, tokens: true, comment: true, sourceType: 'module',
  } as never) // the parser's own options are not typed
  return analyzeFile(new SourceCode({ text, ...parsed }), filename, index, {}, usesCache ? 'tests' : undefined)
}
