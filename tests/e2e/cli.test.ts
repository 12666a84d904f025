import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { Io } from '../../src/cli/io.ts'
import type { ReviewReport } from '../../src/formatters/review-report.ts'

const SECRET = "const CLOUD_API_KEY = 'nck_live_7Rk2wQ9vXc4LmT8yBz3HsD6f'"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secure-mcp-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
}

async function runCli(argv: readonly string[], io: Partial<Pick<Io, 'env'>> & { isTTY?: boolean } = {}) {
  const written = { stdout: '', stderr: '' }
  const { isTTY = false, env = {} } = io
  const code = await run(argv, {
    stdout: { write: (text) => (written.stdout += text), isTTY, columns: 100 },
    stderr: { write: (text) => (written.stderr += text), isTTY, columns: 100 },
    env,
  })
  return { code, ...written }
}

async function reviewAsJson(...argv: readonly string[]): Promise<ReviewReport> {
  const { stdout } = await runCli([folder, '--json', ...argv])
  return JSON.parse(stdout) as ReviewReport
}

describe('exit codes and output', () => {
  it('exits 0 on a server without findings', async () => {
    write('src/index.ts', 'export const answer: number = 42\n')
    const { code, stdout, stderr } = await runCli([folder])
    expect(stdout).toBe(`Reviewed 1 file in ${folder} with the strict preset.\n\nNo findings in 1 file.\n`)
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })

  it('exits 1 on a critical finding and prints it under its file', async () => {
    write('src/cloud.ts', `export ${SECRET}\n`)
    const { code, stdout } = await runCli([folder])
    expect(stdout).toContain('src/cloud.ts\n\n  1:30  critical  no-hardcoded-secrets')
    expect(stdout).toContain('1 finding in 1 of 1 file: 1 critical')
    expect(code).toBe(1)
  })

  it('reviews JavaScript, CommonJS and JSX as well', async () => {
    write('a.js', `export ${SECRET}\n`)
    write('b.cjs', `${SECRET}\nmodule.exports = { CLOUD_API_KEY }\n`)
    write('c.tsx', `export ${SECRET}\nexport const page = <p>Notes</p>\n`)
    const { findings, failures } = await reviewAsJson()
    expect(findings.map(({ file }) => file)).toEqual(['a.js', 'b.cjs', 'c.tsx'])
    expect(failures).toEqual([])
  })

  it('reviews a file whose name looks like a pattern', async () => {
    write('routes/[id]/{a,b}.ts', `export ${SECRET}\n`)
    const { findings } = await reviewAsJson()
    expect(findings.map(({ file }) => file)).toEqual(['routes/[id]/{a,b}.ts'])
  })

  it('accepts the name of the command', async () => {
    write('index.ts', `export ${SECRET}\n`)
    const { code } = await runCli(['review', folder])
    expect(code).toBe(1)
  })

  it('colours only for a terminal, and not under NO_COLOR', async () => {
    write('index.ts', `export ${SECRET}\n`)
    const onTerminal = await runCli([folder], { isTTY: true })
    const withoutColor = await runCli([folder], { isTTY: true, env: { NO_COLOR: '1' } })
    expect(onTerminal.stdout).toContain('\u001B[31m')
    expect(withoutColor.stdout).not.toContain('\u001B')
  })

  it('shows progress on the terminal and wipes it', async () => {
    write('index.ts', 'export const answer = 42\n')
    const { stderr } = await runCli([folder], { isTTY: true })
    expect(stderr).toBe('\r\u001B[KReviewing 1/1  index.ts\r\u001B[K')
  })
})

describe('the JSON report', () => {
  it('has the documented shape', async () => {
    write('src/cloud.ts', `export ${SECRET}\n`)
    write('src/cloud.test.ts', 'export {}\n')
    const report = await reviewAsJson()
    expect(report).toEqual({
      version: 1,
      folder,
      preset: 'strict',
      files: 1,
      findings: [
        {
          file: 'src/cloud.ts',
          line: 1,
          column: 30,
          endLine: 1,
          endColumn: 65,
          severity: 'critical',
          rule: 'secure-mcp/no-hardcoded-secrets',
          message: expect.stringContaining('CLOUD_API_KEY'),
          cwe: [798, 321],
          owasp: ['MCP01'],
          checklist: ['auth/env-keys', 'auth/no-hardcoded', 'config/env-secrets'],
          url: expect.stringContaining('docs/rules/no-hardcoded-secrets.md'),
          switchedOff: null,
        },
      ],
      failures: [],
      leftOut: { tests: ['src/cloud.test.ts'], buildOutput: [], minified: [] },
      summary: {
        severity: { critical: 1, high: 0, medium: 0, low: 0 },
        rules: [{ rule: 'secure-mcp/no-hardcoded-secrets', severity: 'critical', count: 1 }],
      },
    })
  })

  it('names the preset that was asked for', async () => {
    write('index.ts', 'export const answer = 42\n')
    const { preset } = await reviewAsJson('--preset', 'recommended')
    expect(preset).toBe('recommended')
  })

  it('exits as the report for people does', async () => {
    write('index.ts', `export ${SECRET}\n`)
    const { code } = await runCli(['--json', folder])
    expect(code).toBe(1)
  })
})

describe('what the project has configured', () => {
  it('is not loaded: a configuration that throws does not matter', async () => {
    write('eslint.config.js', "throw new Error('loaded')\n")
    write('package.json', '{ "name": "notes", "type": "module", "eslintConfig": { "root": 3 } }\n')
    write('src/cloud.ts', `export ${SECRET}\n`)
    const { code, stdout, stderr } = await runCli([folder])
    expect(stdout).toContain('no-hardcoded-secrets')
    expect(stderr).toBe('')
    expect(code).toBe(1)
  })

  it('shows, marks and counts what a comment switches off', async () => {
    write(
      'src/cloud.ts',
      `// eslint-disable-next-line secure-mcp/no-hardcoded-secrets -- revoked in March\nexport ${SECRET}\n`,
    )
    const { code, stdout } = await runCli([folder])
    expect(stdout).toContain('A comment switches this off: revoked in March')
    expect(code).toBe(1)
  })

  it('marks what a comment configures away', async () => {
    write('src/cloud.ts', `/* eslint secure-mcp/no-hardcoded-secrets: "off" */\nexport ${SECRET}\n`)
    const { findings } = await reviewAsJson()
    expect(findings.map(({ switchedOff }) => switchedOff)).toEqual([{ justification: '' }])
  })

  it('marks nothing for comments on other rules, known or not', async () => {
    write('src/a.ts', `/* eslint no-console: 2, acme/unknown: 2 */\nexport ${SECRET}\n`)
    write('src/b.ts', `export ${SECRET} // eslint-disable-line acme/unknown\n`)
    const { findings } = await reviewAsJson()
    expect(findings.map(({ file, switchedOff }) => ({ file, switchedOff }))).toEqual([
      { file: 'src/a.ts', switchedOff: null },
      { file: 'src/b.ts', switchedOff: null },
    ])
  })
})

describe('a file that does not parse', () => {
  it('is shown and hides no other', async () => {
    write('src/draft.ts', 'export const = 1\n')
    write('src/cloud.ts', `export ${SECRET}\n`)
    const { code, stdout } = await runCli([folder])
    expect(stdout).toMatch(/src\/draft\.ts\n\n {2}1:\d+ {2}not read {2}The file does not parse\.\n +Parsing error: /)
    expect(stdout).toContain('no-hardcoded-secrets')
    expect(stdout).toContain('1 file could not be reviewed')
    expect(code).toBe(1)
  })

  it('keeps a review without findings from counting as clean', async () => {
    write('src/draft.ts', 'export const = 1\n')
    const { code, stdout } = await runCli([folder])
    expect(stdout).toContain('No findings in 0 files.')
    expect(code).toBe(2)
  })
})

describe('failures and usage', () => {
  it('refuses a folder that does not exist', async () => {
    const missing = path.join(folder, 'missing')
    expect(await runCli([missing])).toEqual({ code: 2, stdout: '', stderr: `secure-mcp: No such folder: ${missing}\n` })
  })

  it('refuses a file', async () => {
    write('index.ts', 'export {}\n')
    const file = path.join(folder, 'index.ts')
    expect(await runCli([file])).toEqual({ code: 2, stdout: '', stderr: `secure-mcp: Not a folder: ${file}\n` })
  })

  it('refuses a folder with nothing to review', async () => {
    write('README.md', '# Notes\n')
    write('index.test.ts', 'export {}\n')
    const { code, stderr } = await runCli([folder])
    expect(stderr).toBe(
      `secure-mcp: No JavaScript or TypeScript files to review in ${folder} ` +
        '(1 left out: tests, build output or minified)\n',
    )
    expect(code).toBe(2)
  })

  it('adds the stack under DEBUG only', async () => {
    const missing = path.join(folder, 'missing')
    const { stderr } = await runCli([missing], { env: { DEBUG: 'secure-mcp:*' } })
    expect(stderr).toMatch(/^secure-mcp: No such folder: .*\nError: No such folder: .*\n {4}at /)
  })

  it('refuses an unknown flag', async () => {
    expect(await runCli([folder, '--fix'])).toEqual({
      code: 2,
      stdout: '',
      stderr: "secure-mcp: Unknown option '--fix'\nRun with --help for usage.\n",
    })
  })

  it('refuses an unknown preset', async () => {
    const { code, stderr } = await runCli([folder, '--preset', 'lax'])
    expect(stderr).toContain("secure-mcp: Unknown preset 'lax'; use recommended, strict, all\n")
    expect(code).toBe(2)
  })

  it('asks for a folder', async () => {
    const { code, stderr } = await runCli([])
    expect(stderr).toContain('secure-mcp: Name the folder to review, for example: eslint-plugin-secure-mcp .\n')
    expect(code).toBe(2)
  })

  it('takes one folder at a time', async () => {
    const { code, stderr } = await runCli(['a', 'b'])
    expect(stderr).toContain('secure-mcp: One folder at a time; got a, b\n')
    expect(code).toBe(2)
  })

  it('explains itself', async () => {
    const { code, stdout } = await runCli(['--help'])
    expect(stdout).toContain('Usage: eslint-plugin-secure-mcp [review] <folder> [options]')
    expect(code).toBe(0)
  })

  it('tells its version', async () => {
    const { code, stdout } = await runCli(['--version'])
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(code).toBe(0)
  })
})
