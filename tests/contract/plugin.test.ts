import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { CHECKLIST } from '../../src/checklist.ts'
import plugin from '../../src/index.ts'
import * as entry from '../../src/index.ts'
import { rules } from '../../src/rules/index.ts'

const manifest = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}

describe('the plugin', () => {
  it('is the only export of the package', () => {
    expect(Object.keys(entry)).toEqual(['default'])
  })

  it('has these members', () => {
    expect(Object.keys(plugin)).toEqual(['meta', 'rules', 'configs'])
    expect(Object.keys(plugin.configs)).toEqual(['recommended', 'strict', 'all'])
  })

  it('says its name, its namespace and the version of the package', () => {
    expect(plugin.meta).toEqual({
      name: 'eslint-plugin-secure-mcp',
      version: manifest.version,
      namespace: 'secure-mcp',
    })
  })
})

describe('the rules', () => {
  it('have these options', () => {
    const schemas = Object.entries(rules).map(([name, { meta }]) => [name, meta.schema, meta.defaultOptions ?? []])
    expect(schemas).toMatchSnapshot()
  })

  it('say this', () => {
    expect(Object.entries(rules).map(([name, { meta }]) => [name, meta.messages])).toMatchSnapshot()
  })

  it('name lines of the checklist only', () => {
    const named = Object.values(rules).flatMap(({ meta }) => meta.docs.checklist)
    expect(named.filter((id) => !Object.hasOwn(CHECKLIST, id))).toEqual([])
  })

  it('serve a line of the checklist each, except those about descriptions and annotations', () => {
    const idle = Object.values(rules).filter(({ meta }) => meta.docs.checklist.length === 0)
    expect(idle.map(({ name }) => name)).toMatchSnapshot()
  })

  it('name ids of the OWASP MCP Top 10 and of the CVE and GitHub advisory lists as these are written', () => {
    const docs = Object.values(rules).map(({ meta }) => meta.docs)
    const owasp = docs.flatMap((rule) => rule.owasp)
    const cves = docs.flatMap((rule) => rule.cves ?? [])
    expect(owasp.filter((id) => !/^MCP(?:0[1-9]|10)$/.test(id))).toEqual([])
    expect(cves.filter((id) => !/^(?:CVE-\d{4}-\d{4,}|GHSA(?:-[\da-z]{4}){3})$/.test(id))).toEqual([])
  })

  it('are languages-bound, so that newer releases of ESLint refuse them on other files', () => {
    const unbound = Object.values(rules).filter(({ meta }) => !meta.languages)
    expect(unbound.map(({ name }) => name)).toEqual([])
  })
})
