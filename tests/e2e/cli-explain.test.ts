import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { ExplainReport } from '../../src/formatters/explain-report.ts'

const SAMPLE = fileURLToPath(new URL('../../examples/notes-server', import.meta.url))
const MANIFEST = '{ "name": "notes", "type": "module", "dependencies": { "@modelcontextprotocol/sdk": "1" } }\n'
const HEADER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
`

// The first run loads the parsers and the plugin.
vi.setConfig({ testTimeout: 60_000 })

let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'secure-mcp-')))
  vi.spyOn(process, 'cwd').mockReturnValue(folder)
})

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text: string): void {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
}

async function runCli(...argv: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const code = await run(['explain', ...argv], {
    stdout: { write: (text) => (written.stdout += text), columns: 100 },
    stderr: { write: (text) => (written.stderr += text) },
  })
  return { code, ...written }
}

async function explainAsJson(place: string): Promise<ExplainReport> {
  const { stdout } = await runCli(place, '--json')
  return JSON.parse(stdout) as ExplainReport
}

/** A server whose tool `read` runs the statements on `name`; they begin on line 7. */
function writeServer(statements: string): void {
  write('package.json', MANIFEST)
  write('src/index.ts', `${HEADER}server.tool('read', { name: z.string() }, async ({ name }) => {\n${statements}\n})\n`)
}

describe('a line that is reported', () => {
  it('shows the registration and every step', async () => {
    vi.spyOn(process, 'cwd').mockReturnValue(path.join(SAMPLE, 'vulnerable'))
    const { code, stdout, stderr } = await runCli('src/git.ts:104')
    expect(stderr).toBe('')
    const [line, ...rest] = stdout.split('\n')
    expect(line).toMatch(/^src\/git\.ts:104 {2}return execSync\('git ' \+ args, \{ cwd: REPOSITORY, encoding: 'utf8' \}\)/)
    expect(rest.join('\n')).toBe(`
low  require-timeout
  execSync waits for as long as the other side likes, and the tool call with it. Give it timeout.

critical  no-command-injection
  \`pattern\` of tool git_grep (git.ts:38) reaches the shell of execSync through runGit. Start the
  program without a shell and pass the value as an argument of its own.

\`pattern\` of tool git_grep reaches execSync, which takes text that a shell parses.

  src/git.ts
      38:3  registered  server.tool( 'git_grep', 'Searches the committed notes for a text.', { patt…
                        tool git_grep, registered as sdk-v1 does; its schema is enforced before the
                        handler runs
     42:14  read        async ({ pattern, ref }) => {
     43:20  call        runGit(\`grep -n "\${pattern.replace(/"/g, '\\\\"')}" \${ref}\`)
                        as args of runGit
    104:10  sink        execSync('git ' + args, { cwd: REPOSITORY, encoding: 'utf8' })
                        text that a shell parses
`)
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    expect(readme).toContain(stdout.slice(stdout.indexOf('`pattern` of tool git_grep reaches execSync')))
    expect(code).toBe(0)
  })

  it('says of each guard why it did not count', async () => {
    writeServer([
      "  if (name.includes('..')) throw new Error('outside')",
      '  const file = path.resolve(\'/srv/notes\', name)',
      "  const isInside = file.startsWith('/srv/notes/')",
      "  if (/^[^-]/.test(name)) return readFileSync(file, 'utf8')",
    ].join('\n'))
    const { sinks } = await explainAsJson('src/index.ts:10')
    expect(sinks.map(({ kind, status, from }) => ({ kind, status, from })))
      .toEqual([{ kind: 'path', status: 'reached', from: '`name` of tool read (src/index.ts:6)' }])
    expect(sinks[0]?.steps.map(({ step, line, code }) => `${step} ${line} ${code}`)).toEqual([
      expect.stringMatching(/^registered 6 server\.tool\('read', /),
      "read 6 server.tool('read', { name: z.string() }, async ({ name }) => {",
      "make 8 path.resolve('/srv/notes', name)",
      "sink 10 readFileSync(file, 'utf8')",
    ])
    expect(sinks[0]?.guards.map(({ line, guard, counts, why }) => `${line} ${guard} ${counts}: ${why}`)).toEqual([
      '9 inside-root false: proves path where true; no branch rests on it alone.',
      '7 no-dot-dot false: proves no-dot-dot where false; that form alone is not enough.',
      '10 pattern-test false: proves argument where true; another kind of sink.',
    ])
  })

  it('names the other ways to the same sink', async () => {
    write('package.json', MANIFEST)
    write('src/index.ts', `${HEADER}const read = (file: string) => readFileSync(file, 'utf8')
server.tool('one', { name: z.string() }, async ({ name }) => read(name))
server.tool('two', { file: z.string() }, async ({ file }) => read(file))
`)
    const { stdout } = await runCli('src/index.ts:6')
    expect(stdout).toContain('`name` of tool one reaches readFileSync, which takes a file system path.')
    expect(stdout).toContain('\n\nLikewise from `file` of tool two (src/index.ts:8).\n')
  })

  it('lets no name steer the terminal', async () => {
    write('package.json', MANIFEST)
    write('src/index.ts', `${HEADER}server.tool('a\\u001B[2Jb', { name: z.string() }, async ({ name }) => readFileSync(name))\n`)
    const { stdout } = await runCli('src/index.ts:6')
    expect(stdout).toContain('`name` of tool a\uFFFD[2Jb reaches readFileSync')
    expect(stdout).not.toContain('\u001B')
  })
})

describe('a line that is not reported', () => {
  it('names the guard that counted', async () => {
    writeServer([
      "  const file = path.resolve('/srv/notes', name)",
      "  if (!file.startsWith('/srv/notes/')) throw new Error('outside')",
      "  return readFileSync(file, 'utf8')",
    ].join('\n'))
    const { stdout } = await runCli('src/index.ts:9')
    expect(stdout).toBe(`src/index.ts:9  return readFileSync(file, 'utf8')

What arrives at readFileSync at src/index.ts:9 (a file system path) in the handler of tool read
(src/index.ts:6) comes from the client, but is cleared on the way.

What keeps it from there:

  src/index.ts
    8:8  counts      file.startsWith('/srv/notes/')
                     inside-root: where it is true, path.resolve('/srv/notes', name) is clear of
                     path.
`)
  })

  it('names a schema that enforces it', async () => {
    write('package.json', MANIFEST)
    write('src/index.ts', `${HEADER}server.tool('read', { name: z.enum(['a', 'b']) }, async ({ name }) => readFileSync(name, 'utf8'))\n`)
    const { sinks } = await explainAsJson('src/index.ts:6')
    expect(sinks.map(({ status, guards }) => [status, ...guards.map(({ guard, why }) => `${guard}: ${why}`)]))
      .toEqual([['cleared', 'schema: what the schema accepts as name is clear of path.']])
  })

  it('says that nothing untrusted arrives', async () => {
    writeServer("  return readFileSync('/etc/motd', 'utf8')")
    const { stdout } = await runCli('src/index.ts:7')
    expect(stdout.replaceAll('\n', ' ')).toContain(
      'Nothing that a client sends arrives at readFileSync at src/index.ts:7 (a file system path) in the handler of tool read '
      + '(src/index.ts:6). It is given the constant "/etc/motd".',
    )
  })

  it('says that nothing registered calls the function', async () => {
    writeServer('  return name')
    write('src/unused.ts', "import { readFileSync } from 'node:fs'\nexport function read(file: string) {\n  return readFileSync(file)\n}\n")
    const { stdout } = await runCli('src/unused.ts:3')
    expect(stdout.replaceAll('\n', ' ')).toContain(
      'readFileSync(file): nothing that is registered was seen to call read, so the call was not looked at.',
    )
  })

  it('says that there is nothing on the line', async () => {
    writeServer('  return name')
    const { code, stdout } = await runCli('src/index.ts:8')
    expect(stdout).toBe(
      'src/index.ts:8  })\n\n'
      + 'There is nothing on this line that takes part in a flow: no call, no registration, and no step of a\nfinding.\n',
    )
    expect(code).toBe(0)
  })

  it('says that the package has nothing to do with MCP', async () => {
    write('package.json', '{ "name": "notes" }\n')
    write('src/index.ts', "import { readFileSync } from 'node:fs'\nreadFileSync(process.argv[2])\n")
    const { code, stdout } = await runCli('src/index.ts:2')
    expect(stdout).toContain('The package has nothing to do with MCP')
    expect(code).toBe(0)
  })
})

describe('a line on the way', () => {
  it('lists what a registration leads to', async () => {
    writeServer("  return readFileSync(name, 'utf8')")
    const { notes } = await explainAsJson('src/index.ts:6')
    expect(notes).toEqual(['This line registers tool read. What it is given reaches readFileSync (src/index.ts:7).'])
  })

  it('says what a guard proves', async () => {
    writeServer("  const isPlain = /^[a-z]+$/.test(name)\n  return isPlain ? readFileSync(name, 'utf8') : ''")
    const { stdout } = await runCli('src/index.ts:7')
    expect(stdout).toContain('The line is part of what happens elsewhere:')
    expect(stdout.replaceAll('\n', ' ')).toMatch(/\/\^\[a-z\]\+\$\/\.test\(name\): guard pattern-test, proves .*path.* where true\./)
  })
})

describe('wrong usage', () => {
  it('shows help', async () => {
    const { code, stdout } = await runCli('--help')
    expect(stdout).toMatch(/^Usage: secure-mcp explain <file>:<line>/)
    expect(code).toBe(0)
  })

  it('asks for a place', async () => {
    const { code, stderr } = await runCli()
    expect(stderr).toBe('secure-mcp: Name a file and a line, for example: secure-mcp explain src/index.ts:41\nRun with --help for usage.\n')
    expect(code).toBe(2)
  })

  it('asks for a line', async () => {
    const { code, stderr } = await runCli('src/index.ts')
    expect(stderr).toContain('Write the place as <file>:<line>, lines counted from 1; got src/index.ts')
    expect(code).toBe(2)
  })

  it('refuses a line past the end, and takes a column', async () => {
    write('a.js', 'export {}\n')
    const { code, stderr } = await runCli('a.js:7:1')
    expect(stderr).toContain('a.js has 2 lines; there is no line 7')
    expect(code).toBe(2)
  })

  it('tells of a file that is not there and of one that does not parse', async () => {
    write('draft.ts', 'export const = 1\n')
    const missing = await runCli('gone.ts:1')
    const draft = await runCli('draft.ts:1')
    expect(missing.stderr).toBe('secure-mcp: No such file: gone.ts\n')
    expect(draft.stderr).toMatch(/^secure-mcp: draft\.ts:1: Parsing error: /)
    expect([missing.code, draft.code]).toEqual([2, 2])
  })

  it('refuses what is no script, and unknown options', async () => {
    const text = await runCli('README.md:1')
    const option = await runCli('a.ts:1', '--fix')
    expect(text.stderr).toContain('Not a JavaScript or TypeScript file: README.md')
    expect(option.stderr).toContain("Unknown option '--fix'")
  })
})
