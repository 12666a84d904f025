import type { ESLint, Linter, Rule } from 'eslint'
import { createConfigs } from './configs.ts'
import type { PresetName } from './configs.ts'
import { packageVersion } from './package-version.ts'
import { rules } from './rules/index.ts'

interface SecureMcpPlugin extends ESLint.Plugin {
  meta: { name: string; version: string; namespace: string }
  rules: Record<string, Rule.RuleModule>
  configs: Record<PresetName, Linter.Config[]>
}

const plugin: SecureMcpPlugin = {
  meta: { name: 'eslint-plugin-secure-mcp', version: packageVersion, namespace: 'secure-mcp' },
  rules,
  configs: { recommended: [], strict: [], all: [] },
}

// Afterwards and in place: the presets carry the plugin itself, and ESLint compares plugins by identity.
Object.assign(plugin.configs, createConfigs(plugin, rules))

export default plugin
