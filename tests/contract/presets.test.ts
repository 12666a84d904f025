import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ESLint as ESLint10 } from 'eslint'
import type { Linter, Rule } from 'eslint'
import { ESLint as ESLint9 } from 'eslint9'
import tseslint from 'typescript-eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import plugin from '../../src/index.ts'
import { getSettings } from '../../src/settings.ts'

const FLOATING = 'async function save(): Promise<void> {}\nsave()\n'

/** Stands for the project's own type-aware configuration. */
const typed: Linter.Config[] = [
  {
    files: ['**/*.ts'],
    plugins: { '@typescript-eslint': tseslint.plugin as NonNullable<Linter.Config['plugins']>[string] },
    languageOptions: { parser: tseslint.parser as Linter.Parser, parserOptions: { projectService: true } },
    rules: { '@typescript-eslint/no-floating-promises': 'error' },
  },
]

const readsSettings: Rule.RuleModule = {
  create(context) {
    getSettings(context.settings)
    return {}
  },
}

let folder = ''

beforeAll(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), 'secure-mcp-')))
  await writeFile(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "types": [] } }')
  await writeFile(path.join(folder, 'save.ts'), FLOATING)
})

afterAll(() => rm(folder, { recursive: true }))

const releases = [
  { release: 9, ESLint: ESLint9 as unknown as typeof ESLint10 },
  { release: 10, ESLint: ESLint10 },
]

describe.each(releases)('under ESLint $release', ({ release, ESLint }) => {
  async function lint(config: readonly Linter.Config[], file: string, text: string): Promise<string[]> {
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...config] })
    const [result] = await eslint.lintText(text, { filePath: path.join(folder, file) })
    return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? ['not linted']
  }

  const { recommended, strict, all } = plugin.configs

  it('is the release that it says', () => {
    expect(ESLint.version.split('.')[0]).toBe(String(release))
  })

  it('loads every preset', async () => {
    expect(await lint(recommended, 'a.ts', 'export {}')).toEqual([])
    expect(await lint(strict, 'a.ts', 'export {}')).toEqual([])
    expect(await lint(all, 'a.ts', 'export {}')).toEqual([])
  })

  it('parses TypeScript', async () => {
    expect(await lint(recommended, 'a.ts', 'export const a = (b: object) => b satisfies object as Date')).toEqual([])
    expect(await lint(recommended, 'a.mts', 'export enum A { B }')).toEqual([])
    expect(await lint(recommended, 'a.cts', "import fs = require('node:fs')\nexport = fs")).toEqual([])
    expect(await lint(recommended, 'a.tsx', 'export const a = <p>{1 as number}</p>')).toEqual([])
  })

  it('parses JavaScript', async () => {
    expect(await lint(recommended, 'a.js', 'export const a = await import("node:fs")')).toEqual([])
    expect(await lint(recommended, 'a.mjs', 'export const a = <p>{1}</p>')).toEqual([])
    expect(await lint(recommended, 'a.jsx', 'export const a = <p>{1}</p>')).toEqual([])
    expect(await lint(recommended, 'a.cjs', 'if (module.parent) return\nwith (Math) exports.a = PI')).toEqual([])
  })

  it('parses CommonJS in .js files', async () => {
    const text = '"use strict";\nconst fs = require("node:fs");\nexports.a = fs; module.exports = { fs, b: __dirname };'
    expect(await lint(recommended, 'a.js', text)).toEqual([])
  })

  it('says where TypeScript does not parse', async () => {
    expect(await lint(recommended, 'a.ts', 'const = 1')).toEqual(['Parsing error: Variable declaration expected.'])
  })

  it('leaves type-aware linting alone, before it and after it', async () => {
    const before = [...recommended, ...typed]
    const after = [...typed, ...recommended]
    expect(await lint(typed, 'save.ts', FLOATING)).toEqual(['@typescript-eslint/no-floating-promises'])
    expect(await lint(before, 'save.ts', FLOATING)).toEqual(['@typescript-eslint/no-floating-promises'])
    expect(await lint(after, 'save.ts', FLOATING)).toEqual(['@typescript-eslint/no-floating-promises'])
  })

  it("leaves a project's parser of JavaScript alone", async () => {
    const babel = { files: ['**/*.js'], languageOptions: { parser: tseslint.parser as Linter.Parser } }
    expect(await lint([babel, ...recommended], 'a.js', 'export const a = 1 as number')).toEqual([])
  })

  it('lints no other files', async () => {
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: [...all] })
    expect(await eslint.calculateConfigForFile(path.join(folder, 'package.json'))).toBeUndefined()
  })

  it("refuses a bad option with ESLint's own error", async () => {
    const config = [...recommended, { rules: { 'secure-mcp/no-hardcoded-secrets': ['error', { nope: true }] } }]
    await expect(lint(config as Linter.Config[], 'a.ts', '')).rejects.toThrow(
      /Key "secure-mcp\/no-hardcoded-secrets":\s+Value \[\{"nope":true\}\] should NOT have more than 0 items/,
    )
  })

  it('refuses bad settings with an error that names the key', async () => {
    const probe = { plugins: { probe: { rules: { settings: readsSettings } } }, rules: { 'probe/settings': 'error' } }
    const settings = { settings: { 'secure-mcp': { sinks: [{ module: 'acme' }] } } }
    await expect(lint([...recommended, probe, settings] as Linter.Config[], 'a.ts', '')).rejects.toThrow(
      "settings['secure-mcp'].sinks[0].export must be the name of an export",
    )
  })
})

describe('the parser of TypeScript files', () => {
  const COPY = "exports.parseForESLint = () => { throw new Error('the copy of the project') }"
  const { parser } = plugin.configs.recommended[0]?.languageOptions as {
    parser: { parseForESLint(text: string, options: { filePath: string }): Linter.ESLintParseResult }
  }

  it("runs nothing of the project's that is not loaded, and uses what is", async () => {
    const copy = path.join(folder, 'node_modules', '@typescript-eslint', 'parser')
    await mkdir(copy, { recursive: true })
    await writeFile(path.join(copy, 'index.js'), COPY)
    const options = { filePath: path.join(folder, 'src', 'server.ts') }
    expect(parser.parseForESLint('let a: 1', options).ast.body).toHaveLength(1)
    createRequire(options.filePath)('@typescript-eslint/parser')
    expect(() => parser.parseForESLint('let a: 1', options)).toThrow('the copy of the project')
  })

  it('finds the copy that only typescript-eslint sees', async () => {
    const project = path.join(folder, 'strict-folders')
    const store = path.join(project, 'node_modules', 'typescript-eslint')
    const copy = path.join(store, 'node_modules', '@typescript-eslint', 'parser')
    await mkdir(copy, { recursive: true })
    await writeFile(path.join(store, 'index.js'), "require('@typescript-eslint/parser')")
    await writeFile(path.join(copy, 'index.js'), COPY)
    // A folder above has a copy as well; the project's own comes first only where nothing nearer is found.
    await rm(path.join(folder, 'node_modules', '@typescript-eslint'), { recursive: true, force: true })
    createRequire(path.join(project, 'a.js'))('typescript-eslint')
    expect(() => parser.parseForESLint('', { filePath: path.join(project, 'server.ts') })).toThrow('the copy of')
  })
})
