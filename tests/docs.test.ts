import { readdirSync, readFileSync } from 'node:fs'
import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../src/index.ts'
import { rules } from '../src/rules/index.ts'

const PAGES = new URL('../docs/rules/', import.meta.url)
// A folder that is no package: the imports of an example tell that it is a server.
const linter = new Linter({ cwd: '/no-package' })

interface Example {
  /** In the page, counted from 1. */
  readonly line: number
  readonly file: string
  readonly code: string
}

/** The scripts in the fences below a heading. */
function readExamples(page: string, heading: string): Example[] {
  const [before = '', rest = ''] = page.split(new RegExp(`^## ${heading}$`, 'm'))
  const [section = ''] = rest.split(/^## /m)
  return Array.from(section.matchAll(/^```(ts|js)\n(.*?)^```$/gms), (fence) => ({
    line: `${before}${section.slice(0, fence.index)}`.split('\n').length,
    file: `/no-package/server.${fence[1]}`,
    code: fence[2] ?? '',
  }))
}

/** What the presets' rules say of an example, each as the rule's name; the text of the message where it does not parse. */
function listReports({ code, file }: Example): string[] {
  const messages = linter.verify(code, plugin.configs.all, { filename: file })
  return messages.map(({ ruleId, message }) => ruleId?.replace('secure-mcp/', '') ?? message)
}

const pages = readdirSync(PAGES).map((file) => ({
  name: file.replace('.md', ''),
  page: readFileSync(new URL(file, PAGES), 'utf8'),
}))
const scriptPages = pages.filter(({ name }) => rules[name]?.meta.docs.preset !== 'project')

it('has a page for each rule, and none for others', () => {
  expect(pages.map(({ name }) => name)).toEqual(Object.keys(rules))
})

describe.each(scriptPages)('$name', ({ name, page }) => {
  it('reports what its page calls incorrect', () => {
    const examples = readExamples(page, 'Incorrect')
    expect(examples).not.toEqual([])
    const silent = examples.filter((example) => !listReports(example).includes(name))
    expect(silent.map(({ line }) => line)).toEqual([])
  })

  it('reports nothing in what its page calls correct, nor does a recommended rule', () => {
    const examples = readExamples(page, 'Correct')
    expect(examples).not.toEqual([])
    const reports = examples.flatMap((example) => listReports(example)
      .filter((rule) => rule === name || rules[rule]?.meta.docs.preset === 'recommended')
      .map((rule) => `${example.line}: ${rule}`))
    expect(reports).toEqual([])
  })

  it('has examples that parse', () => {
    const reports = [...readExamples(page, 'Incorrect'), ...readExamples(page, 'Correct')].flatMap(listReports)
    expect(reports.filter((report) => !(report in rules))).toEqual([])
  })
})
