import type { KnowledgeIndex } from '../knowledge-index.ts'
import type { FileRow } from '../declaring-rows.ts'
import type { Dialect } from '../rows.ts'

/** Where a package lies and what its manifests depend on. */
export interface PackagePlace {
  readonly root: string
  readonly dependencies: ReadonlySet<string>
}

export interface LocatedFile {
  readonly dialect: Dialect
  readonly row: FileRow
  /** Below the root of the package. */
  readonly path: string
}

/** The rows for which a file registers what it exports. */
export function locateFile(index: KnowledgeIndex, file: string, { root, dependencies }: PackagePlace): LocatedFile[] {
  const path = file.startsWith(`${root}/`) ? file.slice(root.length + 1) : undefined
  if (path === undefined) return []
  return index.files.flatMap(({ dialect, row }) => (
    row.location.test(path) && dialect.modules.some((module) => dependencies.has(module)) ? [{ dialect, row, path }] : []))
}
