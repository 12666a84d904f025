import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Linter } from 'eslint'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET } from '../../src/engine/budget.ts'
import { FileStore } from '../../src/engine/host/file-store.ts'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import plugin from '../../src/index.ts'
import { knowledge } from '../../src/knowledge/index.ts'
import { analyzeText } from '../support/analyze-text.ts'
import { describeFindings } from '../support/describe-findings.ts'
import { flowsIn } from '../support/flows-in.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
`
const MANIFEST = JSON.stringify({
  name: 'server', type: 'module', dependencies: { '@modelcontextprotocol/sdk': '^1.20.0' },
})
const SHELL = `import { execSync } from 'node:child_process'
export const run = (command: string) => execSync(command)
`
const INDEX = `${SERVER}import { run } from './shell.js'
const server = new McpServer({ name: 'server', version: '1.0.0' })
server.tool('log', { ref: z.string() }, async ({ ref }) => run('git log ' + ref))
`
const ALONE = `${SERVER}import { execSync } from 'node:child_process'
const server = new McpServer({ name: 'server', version: '1.0.0' })
server.tool('log', { ref: z.string() }, async ({ ref }) => execSync('git log ' + ref))
`
const FOUND_ALONE = ['src/alone.ts 273-289 tool-argument ref of log (src/alone.ts:5) > execSync']
const FOUND = ['src/shell.ts 95-102 tool-argument ref of log (src/index.ts:5) > run > execSync']

let folder = ''

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
}

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'secure-mcp-')))
  write('package.json', MANIFEST)
  write('src/index.ts', INDEX)
  write('src/shell.ts', SHELL)
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const FILES = ['src/index.ts', 'src/shell.ts']

describe('a package as it should be', () => {
  it('has one finding', () => {
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })
})

describe('neighbours', () => {
  it('that are half typed', () => {
    write('src/half.ts', 'import { from \nexport const x = { a: [1, 2\nserver.tool("x", {')
    write('src/odd.ts', `${SERVER}export const y = class { constructor( } => ({`)
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that are empty, binary or begin with a byte order mark', () => {
    write('src/empty.ts', '')
    write('src/binary.ts', '\u0000\u0001\uFFFD\u0000'.repeat(1000))
    write('src/mark.ts', '\uFEFFexport const z = 1\n')
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that are one line of five megabytes', () => {
    write('src/bundle.js', `export const x=[${'"abcdefgh",'.repeat(500_000)}0];`)
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that nest a thousand brackets, braces and calls, or chain ten thousand operators', () => {
    write('src/brackets.ts', `export const x = ${'['.repeat(1_000)}${']'.repeat(1_000)}\n`)
    write('src/braces.ts', `${'{'.repeat(1_000)}${'}'.repeat(1_000)}\n`)
    write('src/calls.ts', `export const y = ${'f('.repeat(1_000)}${')'.repeat(1_000)}\n`)
    write('src/sums.ts', `export const z = ${"'a' + ".repeat(10_000)}'b'\n`)
    write('src/chain.ts', `export const w = f${'.then(g)'.repeat(10_000)}\n`)
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that nest ten thousand brackets', () => {
    write('src/brackets.js', `export const x = ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`)
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that are no UTF-8', () => {
    writeFileSync(path.join(folder, 'src/latin.ts'), Buffer.from([0x2f, 0x2f, 0xe9, 0xff, 0xfe, 0x0a, 0x80]))
    writeFileSync(path.join(folder, 'src/utf16.ts'), Buffer.from('\uFEFFexport const x = 1\n', 'utf16le'))
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that cannot be read', () => {
    write('src/secret.ts', 'export const x = 1\n')
    chmodSync(path.join(folder, 'src/secret.ts'), 0o000)
    mkdirSync(path.join(folder, 'src/folder.ts'))
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that are two thousand files in a ring', () => {
    for (let index = 0; index < 2_000; index += 1) {
      write(`src/ring/r${index}.ts`, `import { step${(index + 1) % 2_000} } from './r${(index + 1) % 2_000}.js'
export const step${index} = (value: string): string => step${(index + 1) % 2_000}(value)
`)
    }
    write('src/index.ts', `import { step0 } from './ring/r0.js'\nstep0('x')\n${INDEX}`)
    expect(describeFindings(folder, FILES)).toEqual([FOUND[0]!.replace('index.ts:5', 'index.ts:7')])
  })

  it('that hand each other on in a ring', () => {
    write('src/a.ts', "export * from './b.js'\nexport { missing } from './b.js'\n")
    write('src/b.ts', "export * from './a.js'\nexport { missing } from './a.js'\nexport { run } from './shell.js'\n")
    write('src/index.ts', INDEX.replace('./shell.js', './a.js'))
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })
})

describe('links', () => {
  it('out of the package are not followed', () => {
    const outside = realpathSync(mkdtempSync(path.join(tmpdir(), 'secure-mcp-outside-')))
    const tool = INDEX.replace('./shell.js', `${folder}/src/shell.js`)
    writeFileSync(path.join(outside, 'tool.ts'), tool)
    symlinkSync(outside, path.join(folder, 'src/outside'))
    symlinkSync(path.join(outside, 'tool.ts'), path.join(folder, 'src/tool.ts'))
    write('src/index.ts', INDEX.replace(' + ref', ''))
    const linked = describeFindings(folder, FILES)
    rmSync(outside, { recursive: true })
    expect(linked).toEqual([])
    write('src/inside.ts', tool)
    expect(describeFindings(folder, FILES)).toEqual([FOUND[0]!.replace('index.ts', 'inside.ts')])
  })

  it('that go in circles or nowhere are passed over', () => {
    symlinkSync(folder, path.join(folder, 'src/again'))
    symlinkSync(path.join(folder, 'nowhere.ts'), path.join(folder, 'src/nowhere.ts'))
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })
})

describe('files that go away', () => {
  it('after they were listed are not missed', () => {
    const store = new FileStore({ budget: DEFAULT_BUDGET, cache: undefined, parse: () => undefined })
    expect(store.read(path.join(folder, 'src/index.ts'))?.hash).toMatch(/^\S+$/u)
    expect(store.read(path.join(folder, 'src/gone.ts'))).toBeUndefined()
    rmSync(path.join(folder, 'src/index.ts'))
    store.refresh()
    expect(store.read(path.join(folder, 'src/index.ts'))).toBeUndefined()
  })

  it('between two looks are forgotten', () => {
    const index = new KnowledgeIndex(knowledge)
    expect(analyzeText(INDEX, { filename: `${folder}/src/index.ts`, index }).registrations).toHaveLength(1)
    const shell = (): number => analyzeText(SHELL, { filename: `${folder}/src/shell.ts`, index }).findings.length
    expect(shell()).toBe(1)
    rmSync(path.join(folder, 'src/index.ts'))
    expect(shell()).toBe(0)
    write('src/index.ts', INDEX)
    expect(shell()).toBe(1)
  })
})

describe('manifests', () => {
  it('that are no JSON leave the files to speak for themselves', () => {
    write('package.json', '{ "name": "server", ')
    write('src/alone.ts', ALONE)
    expect(describeFindings(folder, ['src/alone.ts'])).toEqual(FOUND_ALONE)
  })

  it('of odd shapes', () => {
    write('package.json', JSON.stringify({
      dependencies: ['x'], devDependencies: null, peerDependencies: 'y', imports: 3, workspaces: {},
    }))
    write('src/alone.ts', ALONE)
    expect(describeFindings(folder, ['src/alone.ts'])).toEqual(FOUND_ALONE)
  })

  it('beside a tsconfig that is no JSON, or extends itself', () => {
    write('tsconfig.json', '{ "extends": "./tsconfig.json", ')
    write('src/index.ts', `import x from '@/x'; ${INDEX}`)
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
    write('tsconfig.json', '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }')
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })
})

describe('workspaces', () => {
  it('of odd shapes, and a folder where a configuration should be', () => {
    for (const workspaces of [['*', '**', 7, '../*', '/*', ''], { packages: 3 }, 'src', [['x']]]) {
      write('package.json', JSON.stringify({ ...JSON.parse(MANIFEST) as object, workspaces }))
      write('src/tsconfig.json/x.ts', '')
      expect(describeFindings(folder, FILES)).toEqual(FOUND)
    }
  })
})

describe('the file under lint', () => {
  it('of five megabytes in one line is left alone', () => {
    const text = `${SERVER}export const x=[${`"${'a'.repeat(1000)}",`.repeat(5000)}0];`
    expect(analyzeText(text).findings).toEqual([])
  })

  it('may nest deeply beside what is found', () => {
    expect(flowsIn(`
      const deep = ${'['.repeat(600)}${']'.repeat(600)}
      const sum = ${"'a' + ".repeat(600)}'b'
      server.tool('log', { ref: z.string() }, async ({ ref }) => {
        execSync('git log ' + ref)
        return deep + sum
      })`)).toEqual([
      "ref > execSync('git log ' + ref)",
    ])
  })

  it('may call itself without end', () => {
    expect(flowsIn(`
      const twice = (f: any): any => (x: any) => f(f)(x)
      const loop: any = (value: string) => { execSync('ls ' + value); return loop([value, value].join()) }
      server.tool('log', { ref: z.string() }, async ({ ref }) => { twice(twice)(ref); loop(ref) })`)).toEqual([
      "ref > execSync('ls ' + value)",
    ])
  })

  it('may extend itself, and hold itself', () => {
    expect(flowsIn(`
      class A extends (A as any) { run(x: string) { execSync('ls ' + x) } }
      const self: any = { name: 'x' }
      self.self = self
      self.list = [self, self.list]
      server.tool('log', { ref: z.string() }, async ({ ref }) => {
        self.self.self.ref = ref
        execSync('cat ' + self.ref)
        new A().run(ref)
      })`)).toEqual([
      "ref > execSync('ls ' + x)", "ref > execSync('cat ' + self.ref)",
    ])
  })

  it('may bear the names that every object has', () => {
    expect(flowsIn(`
      const table: any = { constructor: (x: string) => execSync('ls ' + x), __proto__: null, hasOwnProperty: 1 }
      server.tool('constructor', { toString: z.string(), __proto__: z.string() }, async (args: any) => {
        const { toString, hasOwnProperty } = args
        table.constructor(toString)
        execSync('cat ' + hasOwnProperty)
      })`)).toEqual(["toString > execSync('ls ' + x)"])
  })

  it('may nest ten thousand brackets, if the parser bears it', () => {
    const text = `${SERVER}export const x = ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`
    const rules = { 'secure-mcp/no-command-injection': 'error' } as const
    const messages = new Linter().verify(text, { plugins: { 'secure-mcp': plugin as never }, rules })
    expect(messages.filter(({ fatal }) => !fatal)).toEqual([])
  })

  it('of a bundle in the package is looked at alone', () => {
    const bundle = `${ALONE}export const x=[${'"abcdefgh",'.repeat(20_000)}0];`
    write('src/bundle.ts', bundle)
    const { findings } = analyzeText(bundle, { filename: `${folder}/src/bundle.ts`, index: new KnowledgeIndex(knowledge) })
    expect(findings).toHaveLength(1)
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('may be empty', () => {
    expect(analyzeText('').findings).toEqual([])
  })
})
