import type { SourceCode } from 'eslint'
import { openPackages } from '../analyze-file.ts'
import { analyzePackage } from '../analyze-package.ts'
import { DEFAULT_BUDGET } from '../budget.ts'
import type { Budget } from '../budget.ts'
import type { FileFacts } from '../facts/ir.ts'
import { isPlatform } from '../host/is-platform.ts'
import type { PackageFiles } from '../host/package-store.ts'
import type { KnowledgeIndex } from '../knowledge-index.ts'
import { callsOnLine } from './calls-on-line.ts'
import type { ExplainedSink, Explanation, Place, TriedGuard, UnsaidCall } from './explanation.ts'
import { provenBy } from './judge-guards.ts'
import { placeOf } from './place-of.ts'
import type { Trial } from './recorder.ts'
import { SinkLog } from './sink-log.ts'

const NOTHING: Explanation = {
  isAnalysed: false, isTooLong: false, root: '', isAlone: false, sinks: [], passing: [], registrations: [], tried: [], unsaid: [],
  spent: [],
}

/**
 * Analyses the package of a file anew, taking notes, and says what it did about one line (counted from 1). Unlike an
 * analysis for rules this throws what the engine throws: who asks why wants to know.
 */
export function explainLine(
  sourceCode: SourceCode, filename: string, line: number, index: KnowledgeIndex, limits: Partial<Budget> = {},
): Explanation {
  const budget = { ...DEFAULT_BUDGET, ...limits }
  if (sourceCode.text.length > budget.maxFileLength) return { ...NOTHING, isTooLong: true }
  const parts = openPackages(sourceCode, filename, index, limits).flatMap((files) => {
    const file = files.files.find((item) => item.path === filename.replaceAll('\\', '/'))
    return file ? [explainIn(files, file, line, index, budget)] : []
  })
  const [own] = parts
  if (!own) return NOTHING
  const sinks = preferred(parts.flatMap((part) => part.sinks))
  return {
    isAnalysed: true, isTooLong: false, root: own.root, isAlone: own.isAlone, sinks,
    passing: parts.flatMap((part) => part.passing),
    registrations: own.registrations, tried: own.tried,
    unsaid: sinks.length + own.registrations.length > 0 ? [] : own.unsaid,
    spent: parts.flatMap((part) => part.spent),
  }
}

/** What one package says of the line; a file of a workspace may take part in several. */
function explainIn(files: PackageFiles, file: FileFacts, line: number, index: KnowledgeIndex, budget: Budget): Explanation {
  const log = new SinkLog(files.files, file, line)
  const { registrations: uses } = analyzePackage({
    files: files.files, index, budget, resolveImport: files.resolveImport, isMcp: true, isPlatform, place: files,
    watch: log.recorder,
  })
  log.recorder.onHandler(undefined)
  const all = log.all()
  const made = uses.map(({ registration }) => registration).filter((item) => item.file === file.path && item.line === line)
  const isHere = (place: Place | undefined): boolean => place?.file === file.path && place.line === line
  return {
    isAnalysed: true, isTooLong: false, root: files.root, isAlone: files.name === file.path,
    sinks: all.filter((item) => log.isOnLine(item)),
    passing: all.filter((item) => !log.isOnLine(item))
      .filter((item) => [...item.steps, ...item.guards, ...item.barriers].some(({ place }) => isHere(place))),
    registrations: made.map((registration) => ({
      registration,
      flows: all.filter((item) => item.status === 'reached' && item.registration === registration),
    })),
    tried: triedGuards(log.recorder.tried.values(), isHere),
    unsaid: unsaidCalls(log, file, line),
    spent: log.recorder.spent,
  }
}

/** What is reached, or if nothing is, what was cleared, or if nothing was, the rest; none without a handler beside one with it. */
function preferred(sinks: readonly ExplainedSink[]): readonly ExplainedSink[] {
  const worst = (['reached', 'cleared', 'clean'] as const).find((status) => sinks.some((item) => item.status === status))
  const chosen = sinks.filter((item) => item.status === worst)
  const handled = chosen.filter((item) => item.registration)
  return handled.length > 0 ? handled : chosen
}

/** The guards on the line, by call: those that prove something there, or else all that were tried. */
function triedGuards(trials: Iterable<Trial>, isHere: (place: Place) => boolean): readonly TriedGuard[] {
  const byCall = new Map<string, TriedGuard>()
  for (const { guard, test, site } of trials) {
    const place = placeOf(site.file, site.at)
    const key = site.at.join()
    const before = byCall.get(key)
    const proves = test?.op === 'test' ? provenBy(test) : []
    if (!isHere(place) || (before && before.proves.length > 0)) continue
    byCall.set(key, { guards: before && proves.length === 0 ? [...before.guards, guard] : [guard], place, proves })
  }
  return [...byCall.values()]
}

function unsaidCalls(log: SinkLog, file: FileFacts, line: number): readonly UnsaidCall[] {
  return callsOnLine(file, line).map(({ call, around }) => ({
    place: placeOf(file, call.at), within: around.name,
    why: log.recorder.wasEvaluated(file, call.at) ? 'evaluated' : log.wasRun(file, around) ? 'not-reached' : 'function-not-run',
  }))
}
