import path from 'node:path'

/** A folder that holds compiled files, if the sources are there too. Relative to the root, written with `/`. */
export interface OutputFolder {
  /** The folder that was built: the one that holds package.json or the TypeScript configuration. */
  readonly owner: string
  readonly output: string
}

const TYPESCRIPT = /\.[cm]?tsx?$/
const TOOL_CONFIG = /\.config\.[cm]?[jt]s$/

/**
 * The scripts that are compiled from others in the list: those in an output folder whose package also has sources, and
 * those beside a TypeScript file of the same name. A published package without its sources has no build output: what
 * it ships is what runs, and is reviewed.
 */
export function findBuildOutput(scripts: readonly string[], outputs: readonly OutputFolder[]): ReadonlySet<string> {
  const known = new Set(scripts)
  const built = outputs.filter(({ owner }) => hasSources(owner, scripts, outputs))
  return new Set(
    scripts.filter((script) => {
      if (TYPESCRIPT.test(script)) return false
      return hasTypeScriptTwin(script, known) || built.some(({ output }) => isInside(script, output))
    }),
  )
}

function hasTypeScriptTwin(script: string, known: ReadonlySet<string>): boolean {
  const { dir, name, ext } = path.posix.parse(script)
  const stem = path.posix.join(dir, name)
  return known.has(`${stem}${ext.replace('js', 'ts')}`) || (ext === '.js' && known.has(`${stem}.tsx`))
}

function hasSources(owner: string, scripts: readonly string[], outputs: readonly OutputFolder[]): boolean {
  const sources = path.posix.join(owner, 'src')
  return scripts.some(
    (script) =>
      isInside(script, owner) &&
      !TOOL_CONFIG.test(script) &&
      (TYPESCRIPT.test(script) || isInside(script, sources)) &&
      !outputs.some(({ output }) => isInside(script, output)),
  )
}

function isInside(script: string, folder: string): boolean {
  return folder === '' || script.startsWith(`${folder}/`)
}
