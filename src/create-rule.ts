import type { Rule } from 'eslint'

/** How bad the fault is once it is real. Critical and high become errors in a preset, medium and low warnings. */
export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** The first preset that carries the rule: `strict` contains `recommended`, `all` contains everything. */
export type Preset = 'recommended' | 'strict' | 'project'

/** What the tables, the presets and the review report know of a rule. Written once, here, per rule. */
export interface RuleDocs {
  readonly description: string
  readonly severity: Severity
  readonly preset: Preset
  /** Checklist lines that the rule serves, such as `command/no-shell`. */
  readonly checklist: readonly string[]
  /** CWE numbers. */
  readonly cwe: readonly number[]
  /** OWASP MCP Top 10 (2025) ids, such as `MCP05`. */
  readonly owasp: readonly string[]
  /** Published advisories that show the fault in a real server. */
  readonly cves?: readonly string[]
}

export interface SecureMcpRule extends Rule.RuleModule {
  readonly name: string
  readonly meta: Rule.RuleMetaData & { readonly docs: RuleDocs & { readonly url: string } }
}

interface RuleDefinition {
  readonly name: string
  readonly meta: Omit<Rule.RuleMetaData, 'docs'> & { readonly docs: RuleDocs }
  readonly create: Rule.RuleModule['create']
}

const DOCS_ROOT = 'https://github.com/secure-mcp/eslint-plugin-secure-mcp/blob/main/docs/rules'

/** The only door for defining a rule: it types the metadata and adds the documentation URL. */
export function createRule({ name, meta, create }: RuleDefinition): SecureMcpRule {
  return {
    name,
    meta: { ...meta, docs: { ...meta.docs, url: `${DOCS_ROOT}/${name}.md` } },
    create,
  }
}
