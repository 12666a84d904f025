import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export interface PackageFile {
  /** Relative to the package's root, with `/`. */
  readonly path: string
  readonly text: string
}

interface Feature {
  /** The noun of the seed that marks the files and lines of this kind of feature. */
  readonly seed: string
  readonly names: ReadonlyMap<string, string>
  readonly isFaulty: boolean
}

const SEED = fileURLToPath(new URL('seed/', import.meta.url))
const SCRIPT = /\.ts$/
const FEATURE_FILES = 5
const CORE_FILES = 5
/** One pair of features in so many keeps its faults, so that they grow with the package and stay few. */
const FAULTY = 5

/** The features of the seed come in pairs, of which the second uses the first; copies bear the other nouns. */
const NOUNS = {
  snapshot: ['snapshot', 'archive', 'report', 'drawing', 'manual', 'recipe', 'draft', 'letter', 'photo', 'track'],
  ticket: ['ticket', 'invoice', 'order', 'booking', 'shipment', 'contract', 'incident', 'refund', 'visit', 'lease'],
}
const NOUN = new RegExp(Object.keys(NOUNS).join('|'), 'gi')

/**
 * A server of a number of script files: the seed of 15 hand-written ones, or more of it under other names. The same
 * number gives the same texts. Throws for numbers that core files and whole features do not add up to.
 */
export function generatePackage(scripts: number): PackageFile[] {
  const count = (scripts - CORE_FILES) / FEATURE_FILES
  if (!Number.isInteger(count) || count < 2) throw new Error(`No package of ${scripts} files: take a multiple of 5, from 15 on.`)
  const features = Array.from({ length: count }, (_, index) => featureAt(index))
  return readSeed().flatMap((file) => {
    const seed = lastNoun(file.path)
    if (seed === undefined) return [SCRIPT.test(file.path) ? { ...file, text: repeatLines(file.text, features) } : file]
    return features.filter((feature) => feature.seed === seed).map((feature) => ({
      path: rename(file.path, feature),
      text: rename(feature.isFaulty ? keepFaults(file.text) : repairFaults(file.text), feature),
    }))
  })
}

function readSeed(): PackageFile[] {
  return readdirSync(SEED, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ path: path.relative(SEED, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function featureAt(index: number): Feature {
  const pair = Math.floor(index / 2)
  const names = new Map(Object.entries(NOUNS).map(([seed, nouns]) => {
    const round = Math.floor(pair / nouns.length)
    return [seed, `${nouns[pair % nouns.length] ?? seed}${round === 0 ? '' : round + 1}`]
  }))
  return { seed: index % 2 === 0 ? 'snapshot' : 'ticket', names, isFaulty: pair % FAULTY === 0 }
}

/** Lines of the core that speak of a feature stand once for each of its kind. */
function repeatLines(text: string, features: readonly Feature[]): string {
  return text.split('\n').flatMap((line) => {
    const seed = lastNoun(line)
    return seed === undefined ? [line] : features.filter((feature) => feature.seed === seed).map((feature) => rename(line, feature))
  }).join('\n')
}

/** A ticket may speak of snapshots, never the reverse. */
function lastNoun(text: string): string | undefined {
  const found = new Set(text.match(NOUN)?.map((noun) => noun.toLowerCase()))
  return ['ticket', 'snapshot'].find((noun) => found.has(noun))
}

function rename(text: string, { names }: Feature): string {
  return text.replaceAll(NOUN, (found) => {
    const name = names.get(found.toLowerCase()) ?? found
    if (found === found.toUpperCase()) return name.toUpperCase()
    return found === found.toLowerCase() ? name : name.slice(0, 1).toUpperCase() + name.slice(1)
  })
}

function keepFaults(text: string): string {
  return text.replaceAll(/^ *\/\/ repaired: .*\n/gm, '')
}

/** A line `// repaired: statement` tells how the statement below it would be right. */
function repairFaults(text: string): string {
  return text.replaceAll(/\/\/ repaired: (.*)\n.*$/gm, '$1').replaceAll(/ *\/\/ expect: .*$/gm, '')
}
