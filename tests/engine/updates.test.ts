import { describe, expect, it } from 'vitest'
import { analyzePackage, PackageAnalysis } from '../../src/engine/analyze-package.ts'
import type { PackageOptions } from '../../src/engine/analyze-package.ts'
import { DEFAULT_BUDGET } from '../../src/engine/budget.ts'
import type { Analysis } from '../../src/engine/findings/finding.ts'
import { isPlatform } from '../../src/engine/host/is-platform.ts'
import { parseFacts } from '../../src/engine/host/parse-facts.ts'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import { TextEdit } from '../../src/engine/update/text-edit.ts'
import { knowledge } from '../../src/knowledge/index.ts'

const index = new KnowledgeIndex(knowledge)

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { show } from './show.js'
const server = new McpServer({ name: 'a', version: '1' })
server.registerTool('first', { inputSchema: { ref: z.string() } }, async ({ ref }) => {
  return show(ref)
})
server.registerTool('second', { inputSchema: { name: z.string() } }, async ({ name }) => {
  return show(name)
})
`
const SHOW = `import { execSync } from 'node:child_process'
export function show(ref: string) {
  return execSync('git show ' + ref)
}
`

function options(texts: Readonly<Record<string, string>>): PackageOptions {
  const files = Object.entries(texts).map(([name, text]) => {
    const facts = parseFacts(text, { path: `/p/${name}`, ...index.places, maxNesting: 250 })
    if (!facts) throw new Error(`${name} does not parse`)
    return facts
  })
  return {
    files, index, budget: DEFAULT_BUDGET, isMcp: true, isPlatform, place: { root: '/p', dependencies: new Set() },
    resolveImport: (_, module) => files.find(({ path }) => path === `/p/${module.slice(2).replace('.js', '.ts')}`),
  }
}

function describeAll({ findings, registrations, rawReads, declarations, disclosures, failures }: Analysis): unknown {
  return {
    findings: findings.map(({ file, at, callAt, sink, tool, path, route, registration }) => (
      { file, at, callAt, sink, tool, path, route, line: registration.line, place: registration.at })),
    registrations: registrations.map(({ registration: { name, line, at }, capabilities, effects }) => (
      { name, line, at, capabilities, effects })),
    rawReads, declarations, disclosures, failures,
  }
}

/** What an update gives, and what an analysis from the start does. */
function edited(name: 'server.ts' | 'show.ts', from: string, to: string, more = ''): { updated: unknown; anew: unknown } {
  const before: Record<string, string> = { 'server.ts': SERVER + more, 'show.ts': SHOW }
  const after = { ...before, [name]: (before[name] ?? '').replace(from, to) }
  const session = new PackageAnalysis(options(before))
  session.run()
  const anew = options(after)
  const facts = options(after).files.find(({ path }) => path === `/p/${name}`)
  if (!facts) throw new Error('no such file')
  const updated = session.update(facts, new TextEdit(before[name] ?? '', after[name] ?? ''))
  return { updated: updated && describeAll(updated), anew: describeAll(analyzePackage(anew)) }
}

describe('an edit', () => {
  it('in a handler gives what an analysis of the new text gives', () => {
    const { updated, anew } = edited('server.ts', 'show(ref)', 'show(ref + "^{commit}")')
    expect(updated).toEqual(anew)
  })

  it('in a function that handlers call does too, and takes the finding away', () => {
    const { updated, anew } = edited('show.ts', "execSync('git show ' + ref)", 'ref.length')
    expect(updated).toEqual(anew)
    expect(updated).toMatchObject({ findings: [] })
  })

  it('of a comment moves what stands behind it', () => {
    const { updated, anew } = edited('server.ts', 'const server', '// one\n// two\nconst server')
    expect(updated).toEqual(anew)
  })

  it('that adds a variable to a function does too', () => {
    const { updated, anew } = edited('server.ts', 'return show(ref)', 'const short = ref.slice(8)\n  return show(short)')
    expect(updated).toEqual(anew)
  })

  it('moves what the set-up lets out as well', () => {
    const { updated, anew } = edited('server.ts', 'return show(ref)', 'return show(ref.slice(8))', 'console.error(process.env.API_TOKEN)\n')
    expect(updated).toEqual(anew)
    expect(updated).toMatchObject({ disclosures: [{ channel: 'log', name: 'process.env.API_TOKEN' }] })
  })

  it('moves what failed, and the places that calls which are not run again tell of', () => {
    const more = `import { writeFile } from 'node:fs/promises'
async function save() {
  try {
    await writeFile('notes', '')
    return { content: [] }
  } catch {
    return { content: [], isError: true }
  }
}
server.registerTool('third', {}, async () => save())
server.registerTool('fourth', {}, async () => {
  const text = 'one'
  return save()
})
`
    const { updated, anew } = edited('server.ts', "'one'", "'one and two'", more)
    expect(updated).toEqual(anew)
    expect(edited('server.ts', 'return show(name)', 'return show(name.slice(8))', more).updated)
      .toEqual(edited('server.ts', 'return show(name)', 'return show(name.slice(8))', more).anew)
    expect(updated).toMatchObject({ failures: [{ kind: 'caught', isLogged: false, isFixed: false }] })
  })

  it('that has the other handler call what was run before gives its places as they are now', () => {
    const more = `import { unlink } from 'node:fs/promises'
server.registerTool('third', {}, async () => ({ content: [] }))
server.registerTool('fourth', {}, async () => remove())
async function remove() {
  try {
    await unlink('notes')
    return { content: [] }
  } catch {
    return { content: [], isError: true }
  }
}
`
    const { updated, anew } = edited('server.ts', 'async () => ({ content: [] })', 'async () => remove()', more)
    expect(updated).toEqual(anew)
  })

  it('of a module that a handler is the first to read is not an update', () => {
    const before = {
      'server.ts': `import { PREFIX } from './prefix.js'\n${SERVER.replaceAll('show(ref)', 'show(PREFIX + ref)')}`,
      'show.ts': SHOW, 'prefix.ts': "const make = (text: string) => `${text}/`\nexport const PREFIX = make('refs')\n",
    }
    const session = new PackageAnalysis(options(before))
    session.run()
    for (const to of ["make('heads')", "make('refs'.slice(1))"]) {
      const text = before['prefix.ts'].replace("make('refs')", to)
      const facts = options({ ...before, 'prefix.ts': text }).files.find(({ path }) => path === '/p/prefix.ts')
      expect(session.update(facts!, new TextEdit(before['prefix.ts'], text))).toBeUndefined()
    }
  })

  it('of anything that the set-up ran is not an update', () => {
    expect(edited('server.ts', "'second'", "'third'").updated).toBeUndefined()
    expect(edited('server.ts', "import { show } from './show.js'", "import { show } from './other.js'").updated).toBeUndefined()
    expect(edited('show.ts', 'export function show', 'export function view').updated).toBeUndefined()
  })
})
