import { ESLint } from 'eslint'
import type { Linter } from 'eslint'

const SCRIPTS = ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}']
/** What is made of the sources, or declares types only. */
const NOT_SOURCES = ['**/dist/**', '**/build/**', '**/coverage/**', '**/*.d.{ts,mts,cts}', '**/*.min.js']

const { default: plugin } = await import(new URL('../../dist/index.js', import.meta.url).href) as
  { default: { configs: { all: Linter.Config[] } } }

/**
 * ESLint with the preset `all` of the plugin as it is built, or with one of its rules alone. The server's own configuration
 * and comments count for nothing.
 */
export function createLinter(folder: string, { rule, fix = false }: { rule?: string; fix?: boolean } = {}): ESLint {
  const configs = plugin.configs.all.map((config) => (
    config.rules && rule !== undefined ? { ...config, rules: { [rule]: config.rules[rule] ?? 'off' } } : config
  ))
  return new ESLint({
    cwd: folder, overrideConfigFile: true, allowInlineConfig: false, fix, errorOnUnmatchedPattern: false,
    overrideConfig: [{ ignores: NOT_SOURCES }, ...configs],
  })
}

export async function lintSources(linter: ESLint): Promise<ESLint.LintResult[]> {
  return linter.lintFiles(SCRIPTS)
}
