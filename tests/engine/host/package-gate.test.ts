import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeFindings } from '../../support/describe-findings.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'

const INDEX = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { log } from './git.js'
const server = new McpServer({ name: 'server', version: '1.0.0' })
server.tool('log', { ref: z.string() }, async ({ ref }) => log(ref))
`
const GIT = `import { execSync } from 'node:child_process'
export const log = (ref: string) => execSync('git log ' + ref)
`
const FOUND = 'src/git.ts 91-107 tool-argument ref of log (src/index.ts:5) > log > execSync'

let folder: TemporaryFolder

beforeEach(() => {
  folder = new TemporaryFolder()
  folder.write('package.json', JSON.stringify({ name: 'server', type: 'module' }))
  folder.write('src/index.ts', INDEX)
  folder.write('src/git.ts', GIT)
})

afterEach(() => {
  folder.remove()
})

describe('a package whose manifest does not name MCP', () => {
  it('is known by one of its files, whichever is linted', () => {
    expect(describeFindings(folder.root, ['src/git.ts'])).toEqual([FOUND])
    expect(describeFindings(folder.root, ['src/index.ts', 'src/git.ts'])).toEqual([FOUND])
  })

  it('is known by a file of another name when that is one of many', () => {
    for (let index = 0; index < 150; index += 1) folder.write(`src/a${index}.ts`, 'export {}\n')
    expect(describeFindings(folder.root, ['src/git.ts'])).toEqual([FOUND])
  })

  it('is left alone where no file names MCP', () => {
    folder.write('src/index.ts', INDEX.replace('@modelcontextprotocol', '@other'))
    expect(describeFindings(folder.root, ['src/git.ts', 'src/index.ts'])).toEqual([])
  })

  it('is not known by what git ignores or what is built', () => {
    folder.write('dist/index.ts', folder.read('src/index.ts'))
    folder.write('made/index.ts', folder.read('src/index.ts'))
    folder.write('.gitignore', 'made\n')
    folder.write('src/index.ts', '')
    expect(describeFindings(folder.root, ['src/git.ts'])).toEqual([])
  })
})
