import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { run } from '../../src/cli/run.ts'
import type { InventoryEntry, InventoryReport } from '../../src/formatters/inventory-report.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

// The first run loads the engine.
vi.setConfig({ testTimeout: 60_000 })

async function runCli(columns: number, ...argv: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const code = await run(['inventory', ...argv], {
    stdout: { write: (text) => (written.stdout += text), columns },
    stderr: { write: (text) => (written.stderr += text) },
  })
  return { code, ...written }
}

async function entriesOf(folder: string): Promise<readonly InventoryEntry[]> {
  const { stdout } = await runCli(80, path.join(ROOT, folder), '--json')
  return (JSON.parse(stdout) as InventoryReport).entries
}

function outline({ kind, name, file, line, schema, capabilities }: InventoryEntry): string {
  return [`${kind} ${name ?? '?'}`, `${file}:${line}`, schema, ...capabilities].join(' | ')
}

let folder: string

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'secure-mcp-')))
  vi.spyOn(process, 'cwd').mockReturnValue(ROOT)
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

describe('the table', () => {
  it('the sample server at 80 columns', async () => {
    const { code, stdout } = await runCli(80, 'examples/notes-server/vulnerable')
    expect(code).toBe(0)
    expect(stdout).toBe(`27 tools, 1 resource and 2 request handlers in 7 files of examples/notes-server/vulnerable.

Tools (27)                exec  read  write  net  db  schema      hints
src/calculate.ts
    5  calculate          yes   .     .      .    .   enforced    none
src/database.ts
   16  list_by_tag        .     .     .      .    yes  enforced    none
   29  search_entries     .     .     .      .    yes  enforced    none
   43  get_entry          .     .     .      .    yes  enforced    none
   56  count_rows         .     .     .      .    yes  enforced    none
   69  delete_entry       .     .     .      .    yes  enforced    destructive
src/fetch.ts
    8  import_page        .     .     .      yes  .   enforced    none
   21  read_issue         .     .     .      yes  .   enforced    none
   35  sync_note          .     .     .      yes  .   enforced    none
src/git.ts
   11  git_log            yes   .     .      .    .   enforced    none
   28  git_recent         yes   .     .      .    .   enforced    none
   38  git_grep           yes   .     .      .    .   enforced    none
   48  git_commit         yes   .     .      .    .   enforced    none
   60  git_diff           yes   .     .      .    .   enforced    none
   73  git_show           yes   .     .      .    .   enforced    none
   83  git_status         yes   .     .      .    .   none        none
   92  run_hook           yes   .     .      .    .   enforced    none
src/low-level.ts
   13  read_archived      .     yes   .      .    .   advertised  none
   18  pack_year          yes   .     .      .    .   advertised  none
   23  export_index       .     .     yes    .    .   advertised  none
src/notes.ts
   13  list_notes         .     yes   .      .    .   none        none
   22  read_note          .     yes   .      .    .   enforced    none
   40  write_note         .     .     yes    .    .   enforced    read-only
   59  search_notes       .     yes   .      .    .   enforced    none
   82  delete_note        .     .     yes    .    .   enforced    destructive
  100  new_from_template  .     yes   .      .    .   enforced    none
  115  pin_note           .     .     .      .    .   none        none

Resources (1)             exec  read  write  net  db  schema
src/fetch.ts
   55  cloud-note         .     .     .      yes  .   none

Requests (2)              exec  read  write  net  db  schema
src/low-level.ts
   33  tools/list         .     .     .      .    .   advertised
   35  tools/call         .     .     .      .    .   advertised

Run commands or code
  Function   src/calculate.ts:13          calculate
  run        src/git.ts:18                git_log
  run        src/git.ts:33                git_recent
  run        src/git.ts:55        writes  git_commit
  spawn      src/git.ts:66                git_diff
  runFile    src/git.ts:78                git_show
  runFile    src/git.ts:87                git_status
  runFile    src/git.ts:97        writes  run_hook
  execSync   src/git.ts:104               git_grep
  execAsync  src/low-level.ts:45          pack_year

Read files
  fs.readFileSync  src/low-level.ts:40  read_archived
  readdir          src/notes.ts:17      list_notes
  readFile         src/notes.ts:32      read_note
  readdir          src/notes.ts:70      search_notes
  readFile         src/notes.ts:72      search_notes
  readFile         src/notes.ts:109     new_from_template

Write files
  fs.copyFileSync  src/low-level.ts:54  writes   export_index
  writeFile        src/notes.ts:54      writes   write_note
  unlink           src/notes.ts:92      deletes  delete_note

Use the network
  fetch  src/fetch.ts:16  import_page
  fetch  src/fetch.ts:30  read_issue
  fetch  src/fetch.ts:46  sync_note
  fetch  src/fetch.ts:61  cloud-note

Use a database
  db.prepare  src/database.ts:25           list_by_tag
  db.prepare  src/database.ts:39           search_entries
  db.prepare  src/database.ts:51           get_entry
  db.prepare  src/database.ts:64           count_rows
  db.exec     src/database.ts:90  deletes  delete_entry

advertised: the client is told of the schema; nothing that was recognised checks
it before the handler runs.
A listed tool does what its branch of tools/call does; what that does for every
tool stands under Requests.
A handler may do more than was recognised: "." is no promise.
`)
  })

  it('a low-level server at 120 columns', async () => {
    const { code, stdout } = await runCli(120, 'tests/packages/dialect-sdk-low-level')
    expect(code).toBe(0)
    expect(stdout).toBe(`1 tool, 1 prompt, 2 resources and 16 request handlers in 2 files of tests/packages/dialect-sdk-low-level.

Tools (1)                  exec  read  write  net  db  schema      hints
src/index.ts
  17  log                  yes   .     .      .    .   advertised  none

Prompts (1)                exec  read  write  net  db  schema
src/index.ts
  36  (any)                .     yes   .      .    .   advertised

Resources (2)              exec  read  write  net  db  schema
src/index.ts
  28  (any)                .     yes   .      .    .   advertised
  79  (any)                yes   yes   .      .    .   advertised

Requests (16)              exec  read  write  net  db  schema
src/index.ts
  15  tools/list           yes   .     .      .    .   advertised
  19  tools/call           yes   .     .      .    .   advertised
  25  a list               .     .     .      .    .   advertised
  26  a list               .     .     .      .    .   advertised
  27  a list               .     .     .      .    .   advertised
  31  resources/subscribe  yes   .     .      .    .   advertised
  35  resources/subscribe  .     .     .      .    .   advertised
  41  completion/complete  .     yes   .      .    .   advertised
  46  logging/setLevel     yes   .     .      .    .   advertised
  50  initialize           yes   .     .      .    .   advertised
  54  ping                 .     .     .      .    .   advertised
  57  acme/search          yes   .     .      .    .   advertised
  62  acme/find            .     .     .      .    .   advertised
  66  (any)                yes   .     .      .    .   advertised
  70  notifications/acme   yes   .     .      .    .   advertised
  73  (any)                yes   .     .      .    .   none
        handled by fallbackRequestHandler (line 73)

Run commands or code
  execSync      src/dispatch.ts:9          log
  execSync      src/index.ts:16            tools/list
  execSync      src/index.ts:20            tools/call
  execSync      src/index.ts:21            tools/call
  execSync      src/index.ts:22            tools/call
  execSync      src/index.ts:32            resources/subscribe
  execFileSync  src/index.ts:47            logging/setLevel
  execSync      src/index.ts:51            initialize
  execSync      src/index.ts:58            acme/search
  execSync      src/index.ts:59            acme/search
  execSync      src/index.ts:68            (any)
  execSync      src/index.ts:71            notifications/acme
  execSync      src/index.ts:74            (any)
  execSync      src/index.ts:83    writes  (any)

Read files
  readFileSync  src/index.ts:29  (any)
  readFileSync  src/index.ts:38  (any)
  readFileSync  src/index.ts:42  completion/complete
  readFileSync  src/index.ts:43  completion/complete
  readFileSync  src/index.ts:81  (any)

advertised: the client is told of the schema; nothing that was recognised checks it before the handler runs.
A listed tool does what its branch of tools/call does; what that does for every tool stands under Requests.
A handler may do more than was recognised: "." is no promise.
`)
  })

  it('handlers that stand elsewhere, at 80 columns', async () => {
    const { code, stdout } = await runCli(80, 'tests/packages/dialect-fastmcp')
    expect(code).toBe(0)
    expect(stdout).toBe(`4 tools, 1 prompt and 2 resources in 2 files of tests/packages/dialect-fastmcp.

Tools (4)           exec  read  write  net  db  schema      hints
src/index.ts
   9  log           yes   .     .      .    .   enforced    read-only
  20  status        yes   .     .      .    .   none        none
  23  blame         yes   .     .      .    .   enforced    none
        handled by execute (src/tools.ts:12)
  23  show          yes   .     .      .    .   enforced    none
        handled by execute (src/tools.ts:8)

Prompts (1)         exec  read  write  net  db  schema
src/index.ts
  33  review        .     yes   .      .    .   none

Resources (2)       exec  read  write  net  db  schema
src/index.ts
  24  readme        .     yes   .      .    .   none
  28  note          .     yes   .      .    .   none

Run commands or code
  execSync      src/index.ts:11  log
  execSync      src/index.ts:13  log
  execSync      src/index.ts:14  log
  execSync      src/index.ts:16  log
  execSync      src/index.ts:17  log
  execSync      src/index.ts:21  status
  execFileSync  src/tools.ts:8   show
  execSync      src/tools.ts:12  blame

Read files
  readFileSync  src/index.ts:26  readme
  readFileSync  src/index.ts:30  note
  readFileSync  src/index.ts:31  note
  readFileSync  src/index.ts:35  review

A handler may do more than was recognised: "." is no promise.
`)
  })
})

describe('the report as JSON', () => {
  it('tells of a tool what a rule would ask', async () => {
    const entries = await entriesOf('examples/notes-server/repaired')
    expect(entries.find(({ name }) => name === 'list_by_tag')).toEqual({
      kind: 'tool', name: 'list_by_tag', dialect: 'sdk-v1', file: 'src/database.ts', line: 26, isListed: false,
      description: 'Lists the entries that carry a tag, newest first.', schema: 'enforced', parameters: ['tag', 'sort'],
      annotations: { readOnlyHint: true, openWorldHint: false },
      handlers: [{ name: '', file: 'src/database.ts', line: 34, isInline: true }],
      capabilities: ['database'],
      effects: [{ capability: 'database', change: null, call: 'db.prepare', file: 'src/database.ts', line: 38, route: [] }],
    })
  })

  it('shows a low-level server as its tools, each with what its branch of the dispatch does', async () => {
    const entries = await entriesOf('tests/packages/dispatch')
    expect(entries.map(outline)).toEqual([
      'tool log | src/index.ts:9 | advertised | executes',
      'request tools/list | src/index.ts:8 | advertised',
      'request tools/call | src/index.ts:12 | advertised',
    ])
  })

  it('names the version, the files that were not read and those that were left out', async () => {
    write('package.json', '{ "dependencies": { "@modelcontextprotocol/sdk": "1" } }')
    write('src/index.ts', 'export const half = (\n')
    write('src/index.test.ts', 'export {}\n')
    const { code, stdout } = await runCli(80, folder, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      version: 1, folder, files: 1, entries: [], unread: [{ file: 'src/index.ts', reason: 'unparsed' }],
      leftOut: { tests: ['src/index.test.ts'], buildOutput: [], minified: [] },
    })
  })
})

describe('what a reviewed server may try', () => {
  it('does not reach the terminal: control characters in names are replaced', async () => {
    write('package.json', '{ "dependencies": { "@modelcontextprotocol/sdk": "1" } }')
    write('src/index.ts', `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.registerTool('a\\u001b[2Jb', {}, async () => ({ content: [] }))
`)
    const { stdout } = await runCli(80, folder)
    expect(stdout).toContain('   3  a\uFFFD[2Jb')
    expect(stdout).not.toContain('\u001B')
  })

  it('is not run: a top level that would write a file leaves none', async () => {
    write('package.json', '{ "dependencies": { "@modelcontextprotocol/sdk": "1" } }')
    write('index.js', `require('node:fs').writeFileSync(${JSON.stringify(path.join(folder, 'ran'))}, '')\n`)
    await runCli(80, folder)
    expect(existsSync(path.join(folder, 'ran'))).toBe(false)
  })
})

describe('the words after the command', () => {
  it('are one folder', async () => {
    expect(await runCli(80)).toEqual({
      code: 2, stdout: '',
      stderr: 'secure-mcp: Name the folder to list, for example: secure-mcp inventory .\nRun with --help for usage.\n',
    })
    expect(await runCli(80, 'a', 'b')).toMatchObject({ code: 2, stderr: expect.stringContaining('One folder at a time; got a, b') })
    expect(await runCli(80, path.join(folder, 'none'))).toMatchObject({ code: 2, stderr: expect.stringContaining('No such folder') })
  })

  it('lead to a plain sentence where nothing is registered', async () => {
    write('index.js', 'export const one = 1\n')
    expect((await runCli(80, folder)).stdout)
      .toBe(`Nothing that is registered with an MCP server was recognised in 1 file of ${folder}.\n`)
  })

  it('tell of themselves', async () => {
    expect((await runCli(80, '--help')).stdout).toMatch(/^Usage: secure-mcp inventory <folder> \[options\]\n/)
  })
})
