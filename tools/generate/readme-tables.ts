import { CHECKLIST } from '../../src/checklist.ts'
import type { SecureMcpRule } from '../../src/create-rule.ts'
import { describeEdits, linkCwe } from './describe-rule.ts'
import type { Generated } from './generated.ts'
import { loadRules } from './load-rules.ts'
import { readText } from './read-text.ts'
import { replaceSection } from './replace-section.ts'

const EMPTY = '<!-- begin rules -->\n<!-- end rules -->\n\n<!-- begin coverage -->\n<!-- end coverage -->\n'

/** The README's table of rules, and the one that says which rules serve each line of the checklist. */
export async function generateReadmeTables(): Promise<Generated> {
  const rules = await loadRules()
  const problems: string[] = []
  let content = (await readText('README.md')) ?? EMPTY
  for (const [section, table] of [
    ['rules', ruleTable(rules)],
    ['coverage', coverageTable(rules)],
  ] as const) {
    const replaced = replaceSection(content, section, table)
    if (replaced === undefined) problems.push(`README.md lacks the markers of its section "${section}".`)
    content = replaced ?? content
  }
  return { files: [{ path: 'README.md', content }], problems }
}

function ruleTable(rules: readonly SecureMcpRule[]): string {
  const rows = rules.map(({ name, meta }) => {
    const { description, severity, preset, cwe, owasp } = meta.docs
    const numbers = cwe.map(linkCwe).join(', ')
    return [linkRule(name), description, severity, preset, numbers, owasp.join(', '), describeEdits(meta)]
  })
  return table(['Rule', 'What it does', 'Severity', 'Preset', 'CWE', 'OWASP MCP', 'Edit'], rows)
}

function coverageTable(rules: readonly SecureMcpRule[]): string {
  const rows = Object.entries(CHECKLIST).map(([id, line]) => {
    const serving = rules.filter(({ meta }) => meta.docs.checklist.includes(id))
    return [`\`${id}\``, line, serving.map(({ name }) => linkRule(name)).join(', ')]
  })
  return table(['Checklist line', 'What a reviewer asks', 'Rules'], rows)
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const escape = (cell: string) => cell.replaceAll('|', '\\|') || '–'
  const line = (cells: readonly string[]) => `| ${cells.map(escape).join(' | ')} |`
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n')
}

function linkRule(name: string): string {
  return `[${name}](docs/rules/${name}.md)`
}
