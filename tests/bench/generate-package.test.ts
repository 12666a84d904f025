import { mkdtemp, readFile, realpath, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ESLint } from 'eslint'
import type { Linter } from 'eslint'
import { describe, expect, it, onTestFinished } from 'vitest'
import plugin from '../../src/index.ts'
import { parser } from '../../src/parser.ts'
import { generatePackage } from '../../tools/bench/generate-package.ts'
import { placeGenerated } from '../../tools/bench/place-package.ts'
import { parseMarkers } from '../support/parse-markers.ts'

function scriptsOf(size: number): { path: string; text: string }[] {
  return generatePackage(size).filter((file) => file.path.endsWith('.ts'))
}

/** What relative imports of a package lead to, as paths from its root. */
function importsOf(size: number): string[] {
  return scriptsOf(size).flatMap((file) => [...file.text.matchAll(/ from '(\.[^']+)\.js'/g)]
    .map(([, module = '']) => `${path.posix.join(path.posix.dirname(file.path), module)}.ts`))
}

function parses(text: string, filePath: string): boolean {
  try {
    parser.parseForESLint(text, { filePath })
    return true
  } catch {
    return false
  }
}

async function lintGenerated(size: number): Promise<{ reported: string[]; expected: string[] }> {
  const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'secure-mcp-generated-')))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { root, files } = await placeGenerated(folder, size)
  const eslint = new ESLint({
    cwd: root, overrideConfigFile: true, overrideConfig: plugin.configs['recommended'] as Linter.Config[],
  })
  const results = await eslint.lintFiles([...files])
  const expected: string[] = []
  for (const file of files) {
    const markers = parseMarkers(await readFile(file, 'utf8'))
    expected.push(...markers.map(({ line, rule }) => `${path.relative(root, file)}:${line} secure-mcp/${rule}`))
  }
  const reported = results.flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => (
    `${path.relative(root, filePath)}:${line} ${ruleId ?? message}`
  )))
  return { reported: reported.sort(), expected: expected.sort() }
}

describe('generatePackage', () => {
  it('makes as many scripts as it is asked for, and a manifest', () => {
    expect(scriptsOf(15)).toHaveLength(15)
    expect(scriptsOf(150)).toHaveLength(150)
    expect(new Set(scriptsOf(1500).map((file) => file.path)).size).toBe(1500)
    expect(generatePackage(15).map((file) => file.path)).toContain('package.json')
  })

  it('makes the same texts each time', () => {
    expect(generatePackage(150)).toEqual(generatePackage(150))
  })

  it('renames the files, types and tools of a copied feature', () => {
    const tools = scriptsOf(150).find((file) => file.path === 'src/tools/invoice2-tools.ts')
    expect(tools?.text).toContain('export function registerInvoice2Tools(server: McpServer, invoice2s: Invoice2Service): void {')
    expect(tools?.text).toContain("name: 'invoice2_keep_archive2',")
    expect(tools?.text).not.toMatch(/ticket|snapshot/i)
  })

  it('keeps the faults of one pair of features in five', () => {
    const faults = (size: number): string[] => scriptsOf(size).flatMap((file) => parseMarkers(file.text).map(({ rule }) => rule)).sort()
    expect(faults(15)).toEqual(['no-command-injection', 'no-path-traversal', 'no-string-built-query'])
    expect(faults(150)).toHaveLength(9)
    expect(faults(1500)).toHaveLength(90)
  })

  it('makes scripts that parse', () => {
    const failed = scriptsOf(25).filter((file) => !parses(file.text, file.path))
    expect(failed).toEqual([])
  })

  it('makes imports that lead to files of the package', () => {
    const paths = scriptsOf(150).map((file) => file.path)
    expect(importsOf(150).filter((target) => !paths.includes(target))).toEqual([])
  })

  it('refuses a number that whole features do not add up to', () => {
    expect(() => generatePackage(16)).toThrow('No package of 16 files: take a multiple of 5, from 15 on.')
    expect(() => generatePackage(10)).toThrow('No package of 10 files: take a multiple of 5, from 15 on.')
  })

  it('plants faults that the plugin reports, and no others', async () => {
    const { reported, expected } = await lintGenerated(15)
    expect(reported).toEqual(expected)
  })

  it('repairs the faults of copied features', async () => {
    const { reported, expected } = await lintGenerated(25)
    expect(reported).toEqual(expected)
  })
})
