import type { EnvironmentFacts, EnvironmentRead, Look } from '../facts/environment-facts.ts'
import type { FileFacts, Range } from '../facts/ir.ts'
import { PlaceGraph } from '../facts/place-graph.ts'

/** A variable of the environment that the server reads. */
export interface EnvironmentVariable {
  readonly name: string
  /** Where it is read first. */
  readonly file: string
  readonly at: Range
  /** Where it is read first of those places of which nothing looks at what they read: as it is, or as a number. */
  readonly unchecked?: { readonly kind: 'value' | 'number'; readonly file: string; readonly at: Range }
}

interface FileEnvironment extends EnvironmentFacts {
  readonly path: string
}

interface FoundRead extends EnvironmentRead {
  readonly file: string
}

/** The variables that the server reads, in the order of files and texts; scripts and settings beside it count for nothing. */
export function findVariables(
  files: readonly FileFacts[], resolveImport: (from: FileFacts, module: string) => FileFacts | undefined,
): EnvironmentVariable[] {
  const all = files.flatMap(({ path, environment }): FileEnvironment[] => (environment ? [{ path, ...environment }] : []))
  if (all.every(({ reads, givesAll, given }) => reads.length === 0 && !givesAll && given.length === 0)) return []
  const running = findRunning(files, resolveImport)
  const graph = joinPlaces(all)
  const inServer = all.filter(({ path }) => running.has(path))
  const reads = readsOf(inServer, ({ reads: own }) => own)
  const numbers = readsOf(inServer, ({ numbers: own }) => own)
  const isSettled = settledIn(all)
  const lookAt = (read: FoundRead): Look => Math.max(read.look, ...read.to.map((place) => graph.follow(place).look)) as Look // of looks
  const first = new Map<string, Pick<EnvironmentVariable, 'name' | 'file' | 'at'>>()
  for (const { name, file, at } of [...reads, ...namedIn(inServer)]) if (!first.has(name)) first.set(name, { name, file, at })
  const ofName = (list: readonly FoundRead[], name: string): FoundRead[] => list.filter((read) => read.name === name)
  return [...first.values()].map((variable): EnvironmentVariable => {
    const { name } = variable
    if (isSettled(name)) return variable
    const looks = ofName(reads, name).map(lookAt)
    const made = ofName(numbers, name)
    const [number, read] = [made[0], ofName(reads, name)[0]]
    if (number) {
      const isFine = looks.some((look) => look > 1) || made.some((item) => lookAt(item) > 0)
      return isFine ? variable : { ...variable, unchecked: { kind: 'number', file: number.file, at: number.at } }
    }
    if (!read || looks.some((look) => look > 0)) return variable
    return { ...variable, unchecked: { kind: 'value', file: read.file, at: read.at } }
  })
}

function readsOf(files: readonly FileEnvironment[], pick: (file: FileEnvironment) => readonly EnvironmentRead[]): FoundRead[] {
  return files.flatMap((file) => [...pick(file)].sort((a, b) => a.at[0] - b.at[0]).map((read) => ({ ...read, file: file.path })))
}

/** Variables that functions or schemas of the package read under the names that they are given. */
function namedIn(files: readonly FileEnvironment[]): { name: string; file: string; at: Range }[] {
  const readers = new Set(files.flatMap((file) => file.readers))
  return files.flatMap(({ path, given, keys }) => [
    ...given.filter(({ to }) => readers.has(to)), ...keys,
  ].sort((a, b) => a.at[0] - b.at[0]).map(({ name, at }) => ({ name, file: path, at })))
}

/** Whether something other than a read deals with a variable: by its name, in a list of names or as a property of a schema. */
function settledIn(files: readonly FileEnvironment[]): (name: string) => boolean {
  const settled = new Set(files.flatMap((file) => file.settled))
  const isNamed = files.some((file) => file.computes || file.givesAll)
  const names = new Set(isNamed ? files.flatMap((file) => file.names) : [])
  return (name) => settled.has(name) || names.has(name)
}

function joinPlaces(files: readonly FileEnvironment[]): PlaceGraph {
  const graph = new PlaceGraph()
  for (const { looks, flows } of files) {
    for (const [place, look] of looks) graph.look([place], look)
    for (const [from, to] of flows) graph.flow([from], to)
  }
  return graph
}

/** The files that register something, what imports these, and all that either imports. */
function findRunning(
  files: readonly FileFacts[], resolveImport: (from: FileFacts, module: string) => FileFacts | undefined,
): ReadonlySet<string> {
  const targets = new Map(files.map((file) => [file, file.modules.flatMap((module) => resolveImport(file, module) ?? [])]))
  const importers = new Map<FileFacts, FileFacts[]>()
  for (const [file, imported] of targets) for (const target of imported) importers.set(target, [...importers.get(target) ?? [], file])
  const running = new Set(files.filter((file) => file.mayRegister))
  for (const file of running) for (const importer of importers.get(file) ?? []) running.add(importer)
  for (const file of running) for (const target of targets.get(file) ?? []) running.add(target)
  return new Set([...running].map(({ path }) => path))
}
