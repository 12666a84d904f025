import type { FileFacts, Pattern } from '../facts/ir.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import type { ServerProcess, Stream } from './finding.ts'

/** What the files tell of the process: those that name the transport or open it, and all that they import. */
export function describeProcess({ files, index, resolveImport }: Evaluator, streams: readonly Stream[]): ServerProcess {
  const speakers = new Set(streams.flatMap(({ use, file }) => (use === 'speaks' ? [file] : [])))
  const starts = files.filter((file) => speakers.has(file.path) || (
    [...file.modules, ...file.variables.map((item) => item.import?.name ?? '')].some((name) => index.stdioNames.has(name))))
  const loaded = new Set<FileFacts>(starts)
  for (const file of loaded) {
    for (const module of file.modules) {
      const target = resolveImport(file, module)
      if (target) loaded.add(target)
    }
  }
  return {
    speaksStdio: starts.length > 0, logsRequests: files.some(({ modules }) => modules.some((module) => index.requestLoggers.has(module))),
    loaded: [...loaded].map((file) => file.path),
    // Where the transport is made or extended: nowhere else would it come in time.
    replaced: [...new Set(starts.flatMap(assignedIn))],
    writers: streams.filter(({ use }) => use === 'writes'),
  }
}

/** What of a global is assigned to: `console.log = …`. */
function assignedIn({ functions }: FileFacts): string[] {
  const names: string[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const target = assignedGlobal(node as Partial<Pattern>)
    if (target) names.push(target)
    for (const part of Object.values(node)) visit(part)
  }
  visit(functions)
  return names
}

function assignedGlobal(node: Partial<Pattern>): string | undefined {
  if (node.op !== 'target' || node.expression?.op !== 'member' || node.expression.object.op !== 'global') return undefined
  return `${node.expression.object.name}.${node.expression.name}`
}
