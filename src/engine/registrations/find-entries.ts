import type { FileFacts } from '../facts/ir.ts'

/**
 * The files whose top level has to run: those that may register something (`isStart` tells of more), and those that
 * import one of them, however far away, because they may be what gives a registering function its server and its helpers.
 */
export function findEntries(
  files: readonly FileFacts[], resolveImport: (from: FileFacts, module: string) => FileFacts | undefined,
  isStart: (file: FileFacts) => boolean,
): readonly FileFacts[] {
  const importers = new Map<FileFacts, FileFacts[]>()
  for (const file of files) {
    for (const module of file.modules) {
      const target = resolveImport(file, module)
      if (target) importers.set(target, [...(importers.get(target) ?? []), file])
    }
  }
  const entries = new Set(files.filter((file) => file.mayRegister || isStart(file)))
  for (const file of entries) for (const importer of importers.get(file) ?? []) entries.add(importer)
  return files.filter((file) => entries.has(file))
}
