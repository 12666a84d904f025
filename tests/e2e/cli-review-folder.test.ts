import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Linter, Rule } from 'eslint'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findExitCode } from '../../src/cli/find-exit-code.ts'
import { reviewFolder } from '../../src/cli/review-folder.ts'

const failsOnLet: Rule.RuleModule = {
  create: () => ({
    VariableDeclaration(node) {
      if (node.kind === 'let') throw new TypeError('Cannot read properties of undefined')
    },
  }),
}

const noVar: Rule.RuleModule = {
  // ESLint's own type knows no severity in docs.
  meta: { docs: { severity: 'low' } as Rule.RuleMetaData['docs'], messages: { found: 'A var.' } },
  create: (context) => ({
    VariableDeclaration(node) {
      if (node.kind === 'var') context.report({ node, messageId: 'found' })
    },
  }),
}

const config: Linter.Config[] = [
  {
    files: ['**/*.js'],
    plugins: { trial: { rules: { 'fails-on-let': failsOnLet, 'no-var': noVar } } },
    rules: { 'trial/fails-on-let': 'error', 'trial/no-var': 'error' },
  },
]

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secure-mcp-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('reviewFolder', () => {
  it('turns a failing rule into a failure of its file and goes on', async () => {
    writeFileSync(path.join(folder, 'a.js'), '\nlet a = 1\n')
    writeFileSync(path.join(folder, 'b.js'), 'var b = 1\n')
    const report = await reviewFolder(folder, { preset: 'strict', config })
    expect(report.failures).toEqual([
      {
        file: 'a.js',
        kind: 'crash',
        line: 2,
        column: null,
        message: 'Rule trial/fails-on-let failed: Cannot read properties of undefined',
      },
    ])
    expect(report.findings.map(({ file, rule, severity }) => ({ file, rule, severity }))).toEqual([
      { file: 'b.js', rule: 'trial/no-var', severity: 'low' },
    ])
    expect(findExitCode(report)).toBe(2)
  })

  it('throws once where ESLint does not accept the configuration', async () => {
    writeFileSync(path.join(folder, 'a.js'), 'var a = 1\n')
    writeFileSync(path.join(folder, 'b.js'), 'var b = 1\n')
    const broken: Linter.Config[] = [{ files: ['**/*.js'], rules: { 'trial/absent': 'error' } }]
    await expect(reviewFolder(folder, { preset: 'strict', config: broken })).rejects.toThrow(/trial/)
  })

  it('tells which file comes next', async () => {
    writeFileSync(path.join(folder, 'a.js'), 'const a = 1\n')
    writeFileSync(path.join(folder, 'b.js'), 'const b = 1\n')
    const seen: unknown[] = []
    await reviewFolder(folder, { preset: 'strict', config, onFile: (...step) => seen.push(step) })
    expect(seen).toEqual([
      [0, 2, 'a.js'],
      [1, 2, 'b.js'],
    ])
  })
})

describe('findExitCode', () => {
  it('is 0 on medium and low findings', async () => {
    writeFileSync(path.join(folder, 'b.js'), 'var b = 1\n')
    const report = await reviewFolder(folder, { preset: 'strict', config })
    expect(report.summary.severity.low).toBe(1)
    expect(findExitCode(report)).toBe(0)
  })
})
