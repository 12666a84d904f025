import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findSourceFiles } from '../../src/cli/find-source-files.ts'
import { generatePackage } from './generate-package.ts'

/** A package in a folder that the benchmark may write to. */
export interface PlacedPackage {
  readonly title: string
  readonly root: string
  /** Folders that have a package.json: each may have a cache. */
  readonly roots: readonly string[]
  /** The scripts to lint; absolute. */
  readonly files: readonly string[]
  readonly lines: number
  /** The file of middle length, for runs on one file. */
  readonly oneFile: string
  /** Faults that were put in; undefined for a server that others wrote. */
  readonly faults?: number
}

const COPIED = /(?:\.[cm]?[jt]sx?|\.json)$/

export async function placeGenerated(folder: string, scripts: number): Promise<PlacedPackage> {
  const root = path.join(folder, `generated-${scripts}`)
  const files = generatePackage(scripts)
  for (const file of files) {
    const target = path.join(root, file.path)
    await mkdir(path.dirname(target), { recursive: true })
    await writeFile(target, file.text)
  }
  const faults = files.reduce((sum, { text }) => sum + text.split('// expect:').length - 1, 0)
  return { ...(await describePlaced(root, 'generated')), faults }
}

/** A copy of a server's scripts and manifests, so that nothing is written into its own folder. */
export async function placeServer(folder: string, server: string): Promise<PlacedPackage> {
  const name = path.basename(path.resolve(server))
  const root = path.join(folder, 'servers', name)
  await copyFolder(path.resolve(server), root)
  return describePlaced(root, name)
}

async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (entry.isFile() && COPIED.test(entry.name)) await copyFile(path.join(from, entry.name), path.join(to, entry.name))
    if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) continue
    await copyFolder(path.join(from, entry.name), path.join(to, entry.name))
  }
}

async function describePlaced(root: string, name: string): Promise<PlacedPackage> {
  const { files } = await findSourceFiles(root)
  const texts = new Map<string, string>()
  for (const file of files) texts.set(path.join(root, file), await readFile(path.join(root, file), 'utf8'))
  const byLength = [...texts].sort(([, a], [, b]) => a.length - b.length).map(([file]) => file)
  const oneFile = byLength[Math.floor(byLength.length / 2)]
  if (oneFile === undefined) throw new Error(`No scripts to lint in ${name}.`)
  const roots = await findRoots(root)
  // A package that is installed has this folder, and the plugin may make no other.
  for (const folder of roots) await mkdir(path.join(folder, 'node_modules'), { recursive: true })
  const lines = [...texts.values()].reduce((sum, text) => sum + text.split('\n').length - 1, 0)
  return { title: `${name}, ${files.length} files, ${lines} lines`, root, roots, files: [...texts.keys()], lines, oneFile }
}

async function findRoots(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const found = entries.filter((entry) => entry.name === 'package.json').map((entry) => entry.parentPath)
  return found.includes(root) ? found : [root, ...found]
}
