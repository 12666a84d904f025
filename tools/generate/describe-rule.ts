import { CHECKLIST } from '../../src/checklist.ts'
import type { RuleDocs, SecureMcpRule } from '../../src/create-rule.ts'

/** The generated head of a rule's page: its title, what it does, and its metadata in words. */
export function describeRule({ name, meta }: SecureMcpRule): string {
  const { description, severity, preset, cwe, owasp, checklist, cves = [] } = meta.docs
  const level = severity === 'critical' || severity === 'high' ? 'an error' : 'a warning'
  const lines = [
    `Severity: ${severity}, ${level} in the presets`,
    `Presets: ${describePresets(preset)}`,
    `Checklist: ${checklist.map((id) => `\`${id}\` (${describeLine(id)})`).join(', ')}`,
    `CWE: ${cwe.map(linkCwe).join(', ')}`,
    `OWASP MCP Top 10 (2025): ${owasp.join(', ')}`,
    `Seen in: ${cves.map(linkAdvisory).join(', ')}`,
    `Edits: ${describeEdits(meta)}`,
  ]
  const list = lines.filter((line) => !line.endsWith(': ')).map((line) => `- ${line}`)
  return [`# secure-mcp/${name}`, '', `${description}.`, '', ...list].join('\n')
}

/** What `--fix` and the editor offer for the rule's reports; empty where neither does. */
export function describeEdits({ fixable, hasSuggestions }: SecureMcpRule['meta']): string {
  return [fixable ? 'fix' : '', hasSuggestions ? 'suggestion' : ''].filter((word) => word !== '').join(', ')
}

export function linkCwe(number: number): string {
  return `[${number}](https://cwe.mitre.org/data/definitions/${number}.html)`
}

function describePresets(preset: RuleDocs['preset']): string {
  if (preset === 'project') return '`project`'
  return preset === 'recommended' ? '`recommended`, `strict`, `all`' : '`strict`, `all`'
}

function describeLine(id: string): string {
  if (!Object.hasOwn(CHECKLIST, id)) throw new Error(`"${id}" is no line of the checklist.`)
  return CHECKLIST[id as keyof typeof CHECKLIST]
}

function linkAdvisory(id: string): string {
  if (id.startsWith('CVE-')) return `[${id}](https://www.cve.org/CVERecord?id=${id})`
  if (id.startsWith('GHSA-')) return `[${id}](https://github.com/advisories/${id})`
  return id
}
