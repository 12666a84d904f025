import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

const CONFIG = `import secureMcp from 'eslint-plugin-secure-mcp'
export default secureMcp.configs.recommended
`

const TYPED_CONFIG = `import { defineConfig } from 'eslint/config'
import secureMcp from 'eslint-plugin-secure-mcp'

export default defineConfig(secureMcp.configs.recommended, {
  plugins: { 'secure-mcp': secureMcp },
  rules: { 'secure-mcp/no-hardcoded-secrets': 'warn' },
})
`

const TSCONFIG = `{
  "compilerOptions": { "module": "nodenext", "target": "es2022", "strict": true, "noEmit": true, "types": [] },
  "files": ["typed.config.ts"]
}
`

// Put together here, so that no scanner takes this file for a leak. The last six characters are its checksum.
const TOKEN = ['ghp', 'xjSvQlwaCj38oD5yGNDpFCdF7VU3174QB3d9'].join('_')

const SERVER = `import { exec } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

const GITHUB_TOKEN: string = '${TOKEN}'
export const server = new McpServer({ name: 'notes', version: '1.0.0' })

server.registerTool('git_log', { inputSchema: { ref: z.string() } }, async ({ ref }) => {
  exec(\`git log \${ref}\`, { env: { GITHUB_TOKEN } })
  return { content: [] }
})
`

let folder = ''
let tarball = ''

/** Runs npm's own script through Node: on Windows `npm` is a batch file, which execFile does not start. */
async function npm(args: readonly string[], cwd: string): Promise<void> {
  const script = process.env['npm_execpath']
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  if (script) await run(process.execPath, [script, ...args, ...quiet], { cwd })
  else await run('npm', [...args, ...quiet], { cwd, shell: process.platform === 'win32' })
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'secure-mcp-pack-'))
  await npm(['pack', '--pack-destination', folder], ROOT)
  const [file = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  tarball = path.join(folder, file)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each([{ release: 9 }, { release: 10 }])('the packed tarball under ESLint $release', ({ release }) => {
  let project = ''

  function tool(name: string): string {
    return path.join(project, 'node_modules', ...name.split('/'))
  }

  beforeAll(async () => {
    project = path.join(folder, `eslint-${release}`)
    await mkdir(project)
    await writeFile(path.join(project, 'package.json'), '{ "name": "notes", "private": true, "type": "module" }')
    await writeFile(path.join(project, 'eslint.config.js'), CONFIG)
    await writeFile(path.join(project, 'typed.config.ts'), TYPED_CONFIG)
    await writeFile(path.join(project, 'tsconfig.json'), TSCONFIG)
    await writeFile(path.join(project, 'server.ts'), SERVER)
    await npm(['install', '--prefer-offline', `eslint@${release}`, tarball], project)
  })

  it('finds the faults of a server with two lines of configuration', async () => {
    const lint = run(process.execPath, [tool('eslint/bin/eslint.js'), '--format', 'json', '.'], { cwd: project })
    const { stdout, code } = (await lint.catch((error: unknown) => error)) as { stdout: string; code?: number }
    const results = JSON.parse(stdout) as ESLint.LintResult[]
    const found = results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId, line, severity }) => [path.basename(filePath), ruleId, line, severity]),
    )
    expect(found).toEqual([
      ['server.ts', 'secure-mcp/no-hardcoded-secrets', 5, 2],
      ['server.ts', 'secure-mcp/no-command-injection', 9, 2],
    ])
    expect(code).toBe(1)
  })

  it('reviews the server without configuration', async () => {
    const cli = path.join(tool('eslint-plugin-secure-mcp'), 'dist', 'cli.js')
    const review = run(process.execPath, [cli, '.'], { cwd: project })
    const { stdout, code } = (await review.catch((error: unknown) => error)) as { stdout: string; code?: number }
    expect(stdout).toContain('no-command-injection')
    expect(code).toBe(1)
  })

  it('publishes types that compile under defineConfig', async () => {
    const tsc = run(process.execPath, [tool('typescript/bin/tsc')], { cwd: project })
    const { stdout } = (await tsc.catch((error: unknown) => error)) as { stdout: string }
    expect(stdout).toBe('')
  })
})
