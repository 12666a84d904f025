import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { InventoryReport } from '../formatters/inventory-report.ts'
import { describeInventory } from './describe-inventory.ts'
import { findSourceFiles } from './find-source-files.ts'
import { requireFolder } from './require-folder.ts'

/** Longer files are not read. Published servers are bundled with their frameworks: some have 3 MB. */
const MAX_LENGTH = 5_000_000

/**
 * What the servers below a folder register, without running anything of it. Throws, with a one-line message, where the
 * folder cannot be read.
 */
export async function inventoryFolder(folder: string): Promise<InventoryReport> {
  const root = path.resolve(folder)
  await requireFolder(root, folder)
  const { files, leftOut } = await findSourceFiles(root)
  // Loaded here: --help and usage errors answer at once.
  const [{ analyzePaths }, { KnowledgeIndex }, { knowledge }] = await Promise.all([
    import('../engine/analyze-paths.ts'), import('../engine/knowledge-index.ts'), import('../knowledge/index.ts'),
  ])
  const base = root.split(path.sep).join('/')
  const paths = files.map((file) => `${base}/${file}`)
  const { analyses, unread } = analyzePaths(paths, readScript, new KnowledgeIndex(knowledge), { maxFileLength: MAX_LENGTH })
  return {
    version: 1, folder: root, files: files.length, entries: describeInventory(analyses, root),
    unread: [...unread].map(([file, reason]) => ({ file: file.slice(base.length + 1), reason })).sort((a, b) => (a.file < b.file ? -1 : 1)),
    leftOut,
  }
}

function readScript(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')
  } catch {
    return undefined
  }
}
