import { symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { format } from 'node:util'
import createDebug from 'debug'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeFindings } from '../../support/describe-findings.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'

let folder: TemporaryFolder
let lines: string[]

beforeEach(() => {
  folder = new TemporaryFolder()
  folder.write('package.json', JSON.stringify({ dependencies: { '@modelcontextprotocol/sdk': '1' } }))
  folder.write('src/index.ts', "import './a.js'\nimport './b.js'\nimport fs from 'node:fs'\n")
  folder.write('src/a.ts', 'export {}\n')
  lines = []
  createDebug.log = (...parts: unknown[]) => { lines.push(format(...parts)) }
  createDebug.enable('secure-mcp:*')
})

afterEach(() => {
  createDebug.disable()
  folder.remove()
})

/** The lines without their times, the name of the folder and what differs from run to run. */
function told(): string[] {
  return lines.map((line) => line.replaceAll(folder.root, 'FOLDER').replace(/^\S+ /u, '').replace(/\d+ ms/u, 'N ms'))
}

describe('DEBUG=secure-mcp:*', () => {
  it('tells what was read and linked', () => {
    describeFindings(folder.root, ['src/index.ts'])
    expect(told()).toEqual([
      'secure-mcp:host FOLDER: read 2 files in N ms, 2 of them parsed, 0 outside the package',
      'secure-mcp:analysis FOLDER: linked 2 files; of their imports 1 lead to each other, 1 elsewhere, 1 nowhere',
    ])
  })

  it('tells which files were skipped, and why', () => {
    folder.write('src/bundle.js', `export const x=[${'"abcdefgh",'.repeat(20_000)}0];`)
    folder.write('src/deep.js', `${'['.repeat(10_000)}${']'.repeat(10_000)}`)
    folder.write('src/empty.js', '')
    folder.write('src/half.js', 'import { from ')
    folder.write('src/long.js', `/*${'-'.repeat(1_600_000)}*/`)
    symlinkSync(tmpdir(), folder.at('src/link'))
    describeFindings(folder.root, ['src/index.ts'])
    expect(told().filter((line) => line.includes('skipped'))).toEqual([
      'secure-mcp:host skipped FOLDER/src/link: a link',
      'secure-mcp:host skipped FOLDER/src/bundle.js: a bundle',
      'secure-mcp:host skipped FOLDER/src/deep.js: nested too deep',
      'secure-mcp:host skipped FOLDER/src/empty.js: empty',
      'secure-mcp:host skipped FOLDER/src/half.js: no syntax tree',
      'secure-mcp:host skipped FOLDER/src/long.js: too long',
    ])
  })

  it('tells which limits were met', () => {
    folder.write('package.json', JSON.stringify({ workspaces: ['w/*'] }))
    for (let index = 0; index < 501; index += 1) folder.write(`w/w${index}/package.json`, JSON.stringify({ name: `w${index}` }))
    for (let index = 0; index < 201; index += 1) folder.write(`src/b${index}.ts`, '')
    describeFindings(folder.root, ['src/index.ts'])
    expect(told()).toEqual([
      'secure-mcp:host only 500 workspaces of FOLDER are looked at',
      'secure-mcp:host only 200 of 203 files are asked whether they name MCP',
    ])
  })

  it('tells of the cache', () => {
    folder.write('node_modules/x/package.json', '{}')
    describeFindings(folder.root, ['src/index.ts'], true)
    describeFindings(folder.root, ['src/index.ts'], true)
    expect(told().filter((line) => line.includes('read'))).toEqual([
      'secure-mcp:host FOLDER: read 2 files in N ms, 2 of them parsed, 0 outside the package',
      'secure-mcp:host FOLDER: read 2 files in N ms, 0 of them parsed, 0 outside the package',
    ])
  })
})
