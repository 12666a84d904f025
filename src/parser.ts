import { createRequire } from 'node:module'
import path from 'node:path'
import type { Linter } from 'eslint'
import { packageVersion } from './package-version.ts'

interface TypeScriptParser {
  parseForESLint(text: string, options?: unknown): Linter.ESLintParseResult
}

const PARSER = '@typescript-eslint/parser'
const IS_PARSER = /[\\/]@typescript-eslint[\\/]parser[\\/]/u
const ownRequire = createRequire(import.meta.url)
let own: string | undefined

/**
 * The parser that the presets give to TypeScript files: typescript-eslint's, loaded with the first such file, since it
 * takes a quarter of a second. Where the project's own configuration has loaded a copy of it, that copy parses: the
 * type-aware rules of the project must meet a program of their own TypeScript.
 */
export const parser = {
  meta: { name: 'secure-mcp/parser', version: packageVersion },
  parseForESLint(text: string, options?: { readonly filePath?: string }): Linter.ESLintParseResult {
    const loaded = findLoadedParser(options?.filePath)
    return (loaded ?? (ownRequire(PARSER) as TypeScriptParser)).parseForESLint(text, options)
  },
}

/**
 * The copy that the linted file's project resolves, if some configuration has loaded it already. Nothing is loaded from
 * there: the review command reads servers that nobody trusts yet, and the packages beside them would run.
 */
function findLoadedParser(filePath: string | undefined): TypeScriptParser | undefined {
  // To resolve takes longer than to see that there is no other copy.
  if (Object.keys(ownRequire.cache).every((file) => !IS_PARSER.test(file) || file.startsWith(ownFolder()))) return undefined
  const folders = filePath && path.isAbsolute(filePath) ? [path.dirname(filePath), process.cwd()] : [process.cwd()]
  for (const folder of folders) {
    const file = resolveParser(path.join(folder, 'noop.js'))
    const module = file === undefined ? undefined : ownRequire.cache[file]
    if (module?.loaded) return module.exports as TypeScriptParser
  }
  return undefined
}

function ownFolder(): string {
  own ??= path.dirname(ownRequire.resolve(`${PARSER}/package.json`))
  return own
}

function resolveParser(from: string): string | undefined {
  const resolved = resolveFrom(from, PARSER)
  if (resolved !== undefined) return resolved
  // Package managers with strict folders show a project only what it names, and that is most often this one.
  const umbrella = resolveFrom(from, 'typescript-eslint')
  return umbrella === undefined ? undefined : resolveFrom(umbrella, PARSER)
}

function resolveFrom(from: string, request: string): string | undefined {
  try {
    return createRequire(from).resolve(request)
  } catch {
    return undefined
  }
}
