import { readdirSync } from 'node:fs'
import { posix } from 'node:path'
import { parseJsonc } from './parse-jsonc.ts'
import { readText } from './read-text.ts'

/** What the TypeScript configurations of one folder say, read as data. Absolute paths with forward slashes. */
export interface TsConfig {
  /** Aliases in the order in which they are tried; a pattern has at most one `*`. */
  readonly paths: readonly { readonly pattern: string; readonly targets: readonly string[] }[]
  readonly baseUrls: readonly string[]
  readonly outputs: readonly { readonly outDir: string; readonly rootDir: string | undefined }[]
}

interface Options {
  paths?: TsConfig['paths']
  baseUrl?: string
  outDir?: string
  rootDir?: string
}

const CONFIG = /^[jt]sconfig(?:\.[^/]+)?\.json$/u

/**
 * The configurations of a folder together: projects split theirs by purpose, and name the parts as they like. `extends` is
 * followed into files below `boundary`, not into packages. `undefined` where there is none.
 */
export function readTsConfig(folder: string, boundary: string): TsConfig | undefined {
  const names = listNames(folder).filter((name) => CONFIG.test(name)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  if (names.length === 0) return undefined
  const all = names.map((name) => readOptions(`${folder}/${name}`, boundary, new Set()))
  return {
    paths: all.flatMap((options) => options.paths ?? []),
    baseUrls: all.flatMap((options) => options.baseUrl ?? []),
    outputs: all.flatMap(({ outDir, rootDir }) => (outDir === undefined ? [] : [{ outDir, rootDir }])),
  }
}

function rank(name: string): number {
  return name === 'tsconfig.json' ? 0 : 1
}

function readOptions(path: string, boundary: string, seen: Set<string>): Options {
  const config = seen.has(path) || !path.startsWith(`${boundary}/`) ? undefined : parseJsonc(readText(path) ?? '')
  seen.add(path)
  if (!config) return {}
  const folder = posix.dirname(path)
  const inherited = [config['extends']].flat()
    .filter((base) => typeof base === 'string' && base.startsWith('.'))
    .map((base) => readOptions(posix.resolve(folder, String(base).replace(/(?:\.json)?$/u, '.json')), boundary, seen))
  return Object.assign({}, ...inherited, ownOptions(config['compilerOptions'], folder)) as Options
}

function ownOptions(compilerOptions: unknown, folder: string): Options {
  if (typeof compilerOptions !== 'object' || compilerOptions === null) return {}
  const { baseUrl, outDir, rootDir, paths } = compilerOptions as Record<string, unknown>
  const at = (value: unknown): string | undefined => (
    typeof value === 'string' ? posix.resolve(folder, value.replace('${configDir}', '.')) : undefined)
  const options: Options = {}
  const base = at(baseUrl)
  const out = at(outDir)
  const root = at(rootDir)
  if (base !== undefined) options.baseUrl = base
  if (out !== undefined) options.outDir = out
  if (root !== undefined) options.rootDir = root
  if (typeof paths === 'object' && paths !== null) {
    options.paths = Object.entries(paths).map(([pattern, targets]) => ({
      pattern, targets: (Array.isArray(targets) ? targets : []).map((target) => posix.resolve(base ?? folder, String(target))),
    }))
  }
  return options
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
