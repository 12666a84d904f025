import type { SecureMcpRule } from '../../src/create-rule.ts'
import { describeRule } from './describe-rule.ts'
import type { Generated, GeneratedFile } from './generated.ts'
import { loadRules } from './load-rules.ts'
import { readText } from './read-text.ts'
import { replaceSection } from './replace-section.ts'

/** The second-level headings of every page, in this order and no others. */
export const PAGE_HEADINGS = [
  'What it reports',
  'Why it matters',
  'Incorrect',
  'Correct',
  'Options',
  'Limits',
  'When not to use it',
] as const

/** The heads of `docs/rules/*.md`; what people wrote below them stays. Also checks that each rule's files exist. */
export async function generateRulePages(): Promise<Generated> {
  const files: GeneratedFile[] = []
  const problems: string[] = []
  for (const rule of await loadRules()) {
    const path = `docs/rules/${rule.name}.md`
    const page = await readText(path)
    if ((await readText(`tests/rules/${rule.name}.test.ts`)) === undefined) {
      problems.push(`tests/rules/${rule.name}.test.ts is missing.`)
    }
    if (page === undefined) {
      problems.push(`${path} is missing.`)
      continue
    }
    files.push({ path, content: withHeader(page, describeRule(rule)) })
    problems.push(...findPageProblems(page, rule).map((problem) => `${path} ${problem}`))
  }
  return { files, problems }
}

function withHeader(page: string, header: string): string {
  const replaced = replaceSection(page, 'header', header)
  if (replaced !== undefined) return replaced
  const body = page.replace(/^\s*# [^\n]*\n+/, '').trimStart()
  return `<!-- begin header -->\n\n${header}\n\n<!-- end header -->\n\n${body}`
}

function findPageProblems(page: string, rule: SecureMcpRule): string[] {
  const problems: string[] = []
  // Odd pieces are the code between fences.
  const prose = page.split(/^```.*$/m).filter((_, index) => index % 2 === 0).join('')
  const headings = Array.from(prose.matchAll(/^## (.+)$/gm), ([, heading]) => heading)
  if (headings.join('\n') !== PAGE_HEADINGS.join('\n')) {
    problems.push(`must have these headings in this order: ${PAGE_HEADINGS.join(', ')}.`)
  }
  const options = prose.split(/^## /m).find((section) => section.startsWith('Options\n')) ?? ''
  for (const name of listOptionNames(rule)) {
    if (!options.includes(`\`${name}\``)) problems.push(`does not mention the option \`${name}\` under Options.`)
  }
  return problems
}

function listOptionNames({ meta }: SecureMcpRule): string[] {
  const schemas = Array.isArray(meta.schema) ? meta.schema : [meta.schema]
  return schemas.flatMap((schema: unknown) => {
    const properties = typeof schema === 'object' && schema !== null && 'properties' in schema ? schema.properties : {}
    return Object.keys(properties ?? {})
  })
}
