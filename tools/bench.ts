import { mkdtemp, realpath, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ESLint } from 'eslint'
import { describeCosts, describeGrowth } from './bench/cost-table.ts'
import { measurePackage } from './bench/measure-package.ts'
import type { Round } from './bench/measure-package.ts'
import { placeGenerated, placeServer } from './bench/place-package.ts'
import type { PlacedPackage } from './bench/place-package.ts'

const SIZES = '15,150,1500'
const PRESETS = new Set(['recommended', 'strict', 'all'])
const ROUNDS = 5
/** A round over a large package takes so long that its noise is small beside it. */
const ROUNDS_OF_LARGE = 2
const LARGE = 500

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'recommended' },
    sizes: { type: 'string', default: SIZES },
    rounds: { type: 'string' },
  },
})
if (!PRESETS.has(values.preset)) throw new Error(`No preset ${values.preset}: take ${[...PRESETS].join(', ')}.`)
const plugin = new URL('../dist/index.js', import.meta.url).href
const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'secure-mcp-bench-')))

// A measurement, not a gate: a limit that is passed is printed, and the exit code stays 0.
try {
  const processors = os.cpus()
  const machine = `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown'}`
  console.log(`ESLint ${ESLint.version}, Node ${process.version}, ${machine}, preset ${values.preset}.

Each lint is a process of its own, from its start to its end; each keystroke is a lint in one process.
Times are CPU time, user and system, of all threads of the process; the last column compares by the clock instead.
Figures are medians of the rounds, in each of which both sides run once, one after the other; "cost" is the median of
the rounds' own ratios or differences. Memory is the most that was ever resident.`)
  const generated = new Map<number, Round[]>()
  for (const size of values.sizes.split(',').filter((word) => word !== '').map(Number)) {
    generated.set(size, await measure(await placeGenerated(folder, size)))
  }
  for (const server of positionals) await measure(await placeServer(folder, server))
  for (const [size, small] of generated) {
    const large = generated.get(size * 10)
    if (large && size >= 100) console.log(`\n## From ${size} to ${size * 10} files\n\n${describeGrowth(small, large)}`)
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function measure(placed: PlacedPackage): Promise<Round[]> {
  const rounds = await measurePackage(placed, {
    plugin,
    preset: values.preset,
    rounds: Number(values.rounds ?? (placed.files.length > LARGE ? ROUNDS_OF_LARGE : ROUNDS)),
    onRound: (round) => { process.stderr.write(`${placed.title}: ${round === 0 ? 'warming up' : `round ${round}`}\n`) },
  })
  console.log(`\n## ${placed.title}\n\n${describeCosts(rounds)}\n\n${describeRuns(placed, rounds)}`)
  return rounds
}

function describeRuns({ root, oneFile, faults }: PlacedPackage, rounds: readonly Round[]): string {
  const messages = rounds[0]?.cold.plugin.messages ?? 0
  const cache = rounds.some((round) => round.wroteCache) ? '' : ' No disk cache was written, so warm is as cold.'
  const planted = faults === undefined ? '' : ` of ${faults} planted`
  return `Medians of ${rounds.length} rounds. One file: ${path.relative(root, oneFile)}. Reports: ${messages}${planted}.${cache}`
}
