import { readFileSync } from 'node:fs'
import path from 'node:path'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import { knowledge } from '../../src/knowledge/index.ts'
import { analyzeText } from './analyze-text.ts'

/**
 * Everything that the engine, started anew, says of files on disk when they are linted in the order given: one line per
 * finding, sorted. Paths are relative to the folder.
 */
export function describeFindings(folder: string, files: readonly string[], usesCache = false): string[] {
  const index = new KnowledgeIndex(knowledge)
  return files.flatMap((file) => {
    const filename = path.join(folder, file)
    const { findings } = analyzeText(readFileSync(filename, 'utf8'), { filename, index, usesCache })
    return findings.map((finding) => {
      const { tool, source, sink, route, registration } = finding
      const origin = `${path.relative(folder, registration.file)}:${registration.line}`
      const carried = `${source.kind} ${finding.path.join('.')} of ${tool} (${origin})`
      return [`${file} ${finding.at.join('-')} ${carried}`, ...route, sink].join(' > ')
    })
  }).sort()
}
