import { readFileSync } from 'node:fs'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import type { Registration } from '../../src/engine/registrations/registration.ts'
import { knowledge } from '../../src/knowledge/index.ts'
import { analyzeText } from './analyze-text.ts'

/** Every registration that an engine started anew recognises in files on disk. */
export function findRegistrations(files: readonly string[]): Registration[] {
  const index = new KnowledgeIndex(knowledge)
  return files.flatMap((filename) =>
    analyzeText(readFileSync(filename, 'utf8'), { filename, index }).registrations.map((use) => use.registration))
}
