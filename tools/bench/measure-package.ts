import { readFile } from 'node:fs/promises'
import { hasCache, removeCache } from './cache-folder.ts'
import { findKeystroke } from './keystroke.ts'
import type { LintCost, LintJob } from './lint-job.ts'
import type { PlacedPackage } from './place-package.ts'
import { runLint } from './run-lint.ts'

/** The same lint with a rule that does nothing, and with the plugin. */
export interface Pair {
  readonly nothing: LintCost
  readonly plugin: LintCost
}

export interface Round {
  readonly cold: Pair
  readonly warm: Pair
  readonly oneFile: Pair
  readonly typing: Pair
  readonly wroteCache: boolean
}

export interface MeasureOptions {
  readonly plugin: string
  readonly preset: string
  readonly rounds: number
  readonly onRound?: (round: number) => void
}

/** The rounds after a first one, which does not count: it fills the caches of the operating system. */
export async function measurePackage(placed: PlacedPackage, options: MeasureOptions): Promise<Round[]> {
  const rounds: Round[] = []
  for (let round = 0; round <= options.rounds; round += 1) {
    options.onRound?.(round)
    rounds.push(await measureRound(placed, options))
  }
  return rounds.slice(1)
}

/** Everything once, each lint next to the one that it is compared with, so that a slow moment slows both. */
async function measureRound({ root, roots, files, oneFile }: PlacedPackage, { plugin, preset }: MeasureOptions): Promise<Round> {
  const whole: LintJob = { cwd: root, files, preset }
  const one: LintJob = { ...whole, files: [oneFile] }
  const typing: LintJob = { ...one, typing: findKeystroke(await readFile(oneFile, 'utf8')) }

  removeCache(roots)
  const cold = await runLint({ ...whole, plugin })
  const wroteCache = hasCache(roots)
  const nothing = await runLint(whole)
  const warm = await runLint({ ...whole, plugin })
  return {
    cold: { nothing, plugin: cold },
    warm: { nothing, plugin: warm },
    oneFile: { nothing: await runLint(one), plugin: await runLint({ ...one, plugin }) },
    typing: { nothing: await runLint(typing), plugin: await runLint({ ...typing, plugin }) },
    wroteCache,
  }
}
