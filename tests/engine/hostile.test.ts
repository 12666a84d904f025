import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
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

  it('that cannot be read', () => {
    write('src/secret.ts', 'export const x = 1\n')
    chmodSync(path.join(folder, 'src/secret.ts'), 0o000)
    mkdirSync(path.join(folder, 'src/folder.ts'))
    expect(describeFindings(folder, FILES)).toEqual(FOUND)
  })

  it('that are three hundred files in a ring', () => {
    for (let index = 0; index < 300; index += 1) {
      write(`src/ring/r${index}.ts`, `import { step${(index + 1) % 300} } from './r${(index + 1) % 300}.js'
export const step${index} = (value: string): string => step${(index + 1) % 300}(value)
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

  it('may be empty', () => {
    expect(analyzeText('').findings).toEqual([])
  })
})
