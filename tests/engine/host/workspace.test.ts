import { mkdirSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeFindings } from '../../support/describe-findings.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'

const INDEX = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { log } from '@acme/git'
const server = new McpServer({ name: 'server', version: '1.0.0' })
server.tool('log', { ref: z.string() }, async ({ ref }) => log(ref))
`
const GIT = `import { execSync } from 'node:child_process'
import { prefix } from '@acme/text'
export const log = (ref: string) => execSync(prefix(ref))
`
const TEXT = `export const prefix = (ref: string) => 'git log ' + ref
`
const SDK = { '@modelcontextprotocol/sdk': '^1.20.0' }
const FOUND = 'packages/git/src/index.ts 127-138 tool-argument ref of log (packages/server/src/index.ts:5) > log > execSync'

let folder: TemporaryFolder

function writePackage(name: string, text: string, dependencies: Readonly<Record<string, string>>): void {
  folder.write(`packages/${name}/package.json`, JSON.stringify({ name: `@acme/${name}`, main: 'dist/index.js', dependencies }))
  folder.write(`packages/${name}/src/index.ts`, text)
}

beforeEach(() => {
  folder = new TemporaryFolder()
  folder.write('package.json', JSON.stringify({ private: true, workspaces: { packages: ['./packages/*'] } }))
  writePackage('server', INDEX, { ...SDK, '@acme/git': '*' })
  writePackage('git', GIT, { '@acme/text': '*' })
  writePackage('text', TEXT, {})
})

afterEach(() => {
  folder.remove()
})

const FILES = ['packages/server/src/index.ts', 'packages/git/src/index.ts', 'packages/text/src/index.ts']

describe('a sibling of the workspace', () => {
  it('is followed, and shows its finding when it is linted alone', () => {
    expect(describeFindings(folder.root, FILES)).toEqual([FOUND])
    expect(describeFindings(folder.root, FILES.slice().reverse())).toEqual([FOUND])
    expect(describeFindings(folder.root, [FILES[1]!])).toEqual([FOUND])
  })

  it('that two servers import is reported once', () => {
    writePackage('admin', INDEX, { ...SDK, '@acme/git': '*' })
    expect(describeFindings(folder.root, [FILES[1]!])).toEqual([FOUND.replace('packages/server', 'packages/admin')])
  })

  it('that is a server itself shows what is in itself too', () => {
    const own = `${INDEX.replace("import { log } from '@acme/git'\n", '')}${GIT}`
    writePackage('git', own, { ...SDK, '@acme/text': '*' })
    expect(describeFindings(folder.root, [FILES[1]!])).toEqual([
      'packages/git/src/index.ts 355-366 tool-argument ref of log (packages/git/src/index.ts:4) > log > execSync',
    ])
  })

  it('is not followed by a package that does not depend on it', () => {
    writePackage('server', INDEX, SDK)
    expect(describeFindings(folder.root, FILES)).toEqual([])
  })

  it('is left alone where no server imports it', () => {
    writePackage('server', INDEX.replace('@acme/git', 'git'), { ...SDK, '@acme/git': '*' })
    expect(describeFindings(folder.root, FILES)).toEqual([])
  })

  it('that is a link out of the workspace is not followed', () => {
    const outside = new TemporaryFolder()
    outside.write('package.json', JSON.stringify({ name: '@acme/far', main: 'index.ts' }))
    outside.write('index.ts', 'export const log = (ref: string) => ref\n')
    mkdirSync(folder.at('node_modules/@acme'), { recursive: true })
    symlinkSync(outside.root, folder.at('packages/far'))
    symlinkSync(outside.root, folder.at('node_modules/@acme/far'))
    writePackage('server', `import '@acme/far'\n${INDEX}`, { ...SDK, '@acme/git': '*', '@acme/far': '*' })
    const findings = describeFindings(folder.root, FILES)
    outside.remove()
    expect(findings).toEqual([FOUND.replace('index.ts:5', 'index.ts:6')])
  })
})
