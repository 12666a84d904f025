import type { ESLint, Linter } from 'eslint'
import type { RuleDocs, SecureMcpRule } from './create-rule.ts'
import { parser } from './parser.ts'

export type PresetName = 'recommended' | 'strict' | 'all'

const TYPESCRIPT_FILES = ['**/*.{ts,mts,cts,tsx}']
const JAVASCRIPT_FILES = ['**/*.{js,mjs,cjs,jsx}']
const SCRIPT_FILES = ['**/*.{ts,mts,cts,tsx,js,mjs,cjs,jsx}']

/** What each preset carries. The rules of `project` read JSON, so no preset for scripts may name them. */
const carries: Record<PresetName, (docs: RuleDocs) => boolean> = {
  recommended: ({ preset }) => preset === 'recommended',
  strict: ({ preset }) => preset === 'recommended' || preset === 'strict',
  all: ({ preset }) => preset !== 'project',
}

/** The presets, computed from the metadata of the rules. Each is complete: it parses what it lints. */
export function createConfigs(
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, SecureMcpRule>>,
): Record<PresetName, Linter.Config[]> {
  return {
    recommended: createPreset('recommended', plugin, rules),
    strict: createPreset('strict', plugin, rules),
    all: createPreset('all', plugin, rules),
  }
}

function createPreset(
  preset: PresetName,
  plugin: ESLint.Plugin,
  rules: Readonly<Record<string, SecureMcpRule>>,
): Linter.Config[] {
  const carried = Object.entries(rules).filter(([, rule]) => carries[preset](rule.meta.docs))
  return [
    { name: `secure-mcp/${preset}/typescript`, files: TYPESCRIPT_FILES, languageOptions: { parser } },
    {
      name: `secure-mcp/${preset}/javascript`,
      files: JAVASCRIPT_FILES,
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    {
      name: `secure-mcp/${preset}`,
      files: SCRIPT_FILES,
      plugins: { 'secure-mcp': plugin },
      rules: Object.fromEntries(carried.map(([name, rule]) => [`secure-mcp/${name}`, levelOf(rule.meta.docs)])),
    },
  ]
}

function levelOf({ severity }: RuleDocs): 'error' | 'warn' {
  return severity === 'critical' || severity === 'high' ? 'error' : 'warn'
}
