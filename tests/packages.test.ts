import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import type { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../src/index.ts'
import { hasSafeMarker, parseMarkers } from './support/parse-markers.ts'

const PACKAGES = fileURLToPath(new URL('packages/', import.meta.url))
const SCRIPT = /\.[cm]?[jt]sx?$/u

const names = readdirSync(PACKAGES).sort()

function textOf(file: string): string {
  return readFileSync(path.join(PACKAGES, file), 'utf8')
}

function filesOf(name: string): string[] {
  return readdirSync(path.join(PACKAGES, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => SCRIPT.test(file))
    .map((file) => `${name}/${file.replaceAll('\\', '/')}`)
    .sort()
}

/** `file:line rule`, sorted, of everything that comments in the folder ask for. */
function expected(name: string): string[] {
  return filesOf(name)
    .flatMap((file) => parseMarkers(textOf(file)).map(({ line, rule }) => `${file}:${line} ${rule}`))
    .sort()
}

/** The recommended rules, and those that the comments of the package name. */
function configOf(name: string): Linter.Config[] {
  const named = filesOf(name).flatMap((file) => parseMarkers(textOf(file)).map(({ rule }) => [`secure-mcp/${rule}`, 'error'] as const))
  return [...plugin.configs['recommended'] as Linter.Config[], { rules: Object.fromEntries(named) }]
}

async function lint(name: string, patterns: readonly string[]): Promise<string[]> {
  const eslint = new ESLint({
    cwd: PACKAGES,
    overrideConfigFile: true,
    overrideConfig: configOf(name),
    allowInlineConfig: false,
  })
  const results = await eslint.lintFiles([...patterns])
  return results
    .flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => {
      const file = path.relative(PACKAGES, filePath).replaceAll('\\', '/')
      return `${file}:${line} ${ruleId?.replace('secure-mcp/', '') ?? message}`
    }))
    .sort()
}

describe.each(names)('%s', (name) => {
  it('is reported where its comments say so, and nowhere else', async () => {
    expect(await lint(name, [name])).toEqual(expected(name))
  })

  it('is reported alike with each file linted alone', async () => {
    const alone: string[] = []
    for (const file of filesOf(name)) alone.push(...await lint(name, [file]))
    expect(alone.sort()).toEqual(expected(name))
  })

  it('has a flow to find and one to leave alone', () => {
    expect(expected(name)).not.toEqual([])
    expect(filesOf(name).some((file) => hasSafeMarker(textOf(file)))).toBe(true)
  })
})
