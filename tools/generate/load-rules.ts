import type { SecureMcpRule } from '../../src/create-rule.ts'
import { listRuleNames } from './list-rule-names.ts'
import { ROOT } from './read-text.ts'

/** Every rule, in alphabetical order, straight from its own file: the generated index may be out of date. */
export async function loadRules(): Promise<SecureMcpRule[]> {
  const rules: SecureMcpRule[] = []
  for (const name of await listRuleNames()) {
    const module = (await import(new URL(`src/rules/${name}.ts`, ROOT).href)) as { default?: SecureMcpRule }
    if (module.default?.name !== name) throw new Error(`src/rules/${name}.ts must export the rule ${name} by default.`)
    rules.push(module.default)
  }
  return rules
}
