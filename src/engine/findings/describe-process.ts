import type { FileFacts } from '../facts/ir.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import type { ServerProcess } from './finding.ts'

/** `console.log = …` as it is written down. */
const ASSIGNED = /"op":"target","expression":\{"op":"member","object":\{"op":"global","name":"(\w+)"[^{}]*\},"name":"(\w+)"/gu

/** What the files tell of the process: those that name the transport, and all that they import. */
export function describeProcess({ files, index, resolveImport }: Evaluator): ServerProcess {
  const starts = files.filter((file) => (
    [...file.modules, ...file.variables.map((item) => item.import?.name ?? '')].some((name) => index.stdioNames.has(name))))
  const loaded = new Set<FileFacts>(starts)
  for (const file of loaded) {
    for (const module of file.modules) {
      const target = resolveImport(file, module)
      if (target) loaded.add(target)
    }
  }
  return {
    speaksStdio: starts.length > 0, loaded: [...loaded].map((file) => file.path),
    // Where the transport is made or extended: nowhere else would it come in time.
    replaced: [...new Set(starts.flatMap(assignedIn))],
  }
}

function assignedIn({ functions }: FileFacts): string[] {
  return [...JSON.stringify(functions).matchAll(ASSIGNED)].map(([, object = '', name = '']) => `${object}.${name}`)
}
