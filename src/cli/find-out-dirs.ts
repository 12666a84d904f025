import { readFile } from 'node:fs/promises'
import path from 'node:path'

const CONFIG = /^tsconfig(?:\.[^/]+)?\.json$/

/**
 * The `outDir` of each TypeScript configuration in a folder, relative to the root. Configurations are read as data and
 * one that cannot be read counts as silent; `extends` is not followed.
 */
export async function findOutDirs(root: string, folder: string, names: readonly string[]): Promise<string[]> {
  const outDirs: string[] = []
  for (const name of names.filter((candidate) => CONFIG.test(candidate))) {
    const outDir = await readOutDir(path.join(root, folder, name))
    if (outDir === undefined) continue
    const owner = path.join(root, folder)
    const relative = path.relative(owner, path.resolve(owner, outDir.replace('${configDir}', owner)))
    // Output beside or above the sources says nothing about which files are output.
    if (relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative)) {
      outDirs.push(path.join(folder, relative).split(path.sep).join('/'))
    }
  }
  return outDirs
}

async function readOutDir(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '')
  const { default: typescript } = await import('typescript')
  const config: unknown = typescript.parseConfigFileTextToJson(file, text).config
  const outDir = (config as { compilerOptions?: { outDir?: unknown } } | undefined)?.compilerOptions?.outDir
  return typeof outDir === 'string' ? outDir : undefined
}
