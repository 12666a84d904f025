import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { LeftOut } from '../formatters/review-report.ts'
import { findBuildOutput } from './find-build-output.ts'
import type { OutputFolder } from './find-build-output.ts'
import { findOutDirs } from './find-out-dirs.ts'

const SCRIPT = /\.[cm]?[jt]sx?$/
const DECLARATION = /\.d\.(?:[^./]+\.)?[cm]?ts$/
const TEST_FILE = /\.(?:test|spec)\.[cm]?[jt]sx?$/
const TEST_FOLDERS = new Set(['__tests__', '__mocks__', '__fixtures__'])
/** Names that say "test" at the root of a package only: a tool called `test` may well live in `src/tools/test`. */
const ROOT_TEST_FOLDERS = new Set(['test', 'tests'])
const OUTPUT_NAMES = new Set(['dist', 'build', 'out'])
/** Bytes from which a file can be taken for a minified bundle, and the mean line length that tells one. */
const BUNDLE_SIZE = 100_000
const BUNDLE_LINE = 500

export interface SourceFiles {
  /** Relative to the root, written with `/`, in alphabetical order. */
  readonly files: readonly string[]
  readonly leftOut: LeftOut
}

interface Walk {
  readonly root: string
  readonly scripts: string[]
  readonly tests: string[]
  readonly outputs: OutputFolder[]
}

/** The script files to review under a folder, and those that are left out with the reason. Follows no symbolic link. */
export async function findSourceFiles(root: string): Promise<SourceFiles> {
  const walk: Walk = { root, scripts: [], tests: [], outputs: [] }
  await visitFolder(walk, '', false)
  const buildOutput = findBuildOutput(walk.scripts, walk.outputs)
  const files: string[] = []
  const minified: string[] = []
  for (const file of walk.scripts.sort()) {
    if (buildOutput.has(file)) continue
    const group = (await isMinified(path.join(root, file))) ? minified : files
    group.push(file)
  }
  return { files, leftOut: { tests: walk.tests.sort(), buildOutput: [...buildOutput].sort(), minified } }
}

async function visitFolder(walk: Walk, folder: string, insideTests: boolean): Promise<void> {
  const entries = await readdir(path.join(walk.root, folder), { withFileTypes: true })
  const names = entries.map((entry) => entry.name)
  const isPackageRoot = folder === '' || names.includes('package.json')
  for (const output of await findOutDirs(walk.root, folder, names)) walk.outputs.push({ owner: folder, output })
  for (const entry of entries) {
    const file = path.posix.join(folder, entry.name)
    if (entry.isFile() && SCRIPT.test(entry.name) && !DECLARATION.test(entry.name)) {
      const group = insideTests || TEST_FILE.test(entry.name) ? walk.tests : walk.scripts
      group.push(file)
    }
    if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) continue
    if (isPackageRoot && OUTPUT_NAMES.has(entry.name)) walk.outputs.push({ owner: folder, output: file })
    const isTests = TEST_FOLDERS.has(entry.name) || (isPackageRoot && ROOT_TEST_FOLDERS.has(entry.name))
    await visitFolder(walk, file, insideTests || isTests)
  }
}

async function isMinified(file: string): Promise<boolean> {
  if (/\.min\.[cm]?js$/.test(file)) return true
  const { size } = await stat(file)
  if (size < BUNDLE_SIZE) return false
  const text = await readFile(file, 'utf8')
  return text.length / text.split('\n').length > BUNDLE_LINE
}
