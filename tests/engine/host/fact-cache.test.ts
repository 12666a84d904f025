import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FactCache } from '../../../src/engine/host/fact-cache.ts'
import type { CachedFile } from '../../../src/engine/host/fact-cache.ts'
import { parseFacts } from '../../../src/engine/host/parse-facts.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'

const TEXT = `import { exec } from 'node:child_process'
export class Shell { #name = 'é\\ud800'; run = ({ ref = 1 }, ...rest) => exec(\`git \${ref}\`, rest) }
export default function* list() { for (const item of [1, , 'x']) yield item ?? undefined ?? -0 }
server.tool('x', { a: 1e999 }, async () => { switch (a) { case 1: break; default: throw b } })
`

let folder: TemporaryFolder

function files(): Map<string, CachedFile> {
  const path = folder.at('src/a.ts')
  const facts = parseFacts(TEXT, { path, registrars: new Set(['tool']), handlerKeys: new Set(), maxNesting: 250 })
  return new Map<string, CachedFile>([
    [path, { stamp: '1:2', hash: 'abc', facts }],
    [folder.at('src/b.js'), { stamp: '', hash: 'def', facts: undefined }],
  ])
}

function cache(key = 'key'): FactCache {
  return new FactCache(folder.at('node_modules'), folder.root, key)
}

function cacheFile(): string {
  const [name] = readdirSync(folder.at('node_modules/.cache/eslint-plugin-secure-mcp'))
  return folder.at(`node_modules/.cache/eslint-plugin-secure-mcp/${name}`)
}

beforeEach(() => {
  folder = new TemporaryFolder()
  mkdirSync(folder.at('node_modules'))
})

afterEach(() => {
  folder.remove()
})

describe('a fact cache', () => {
  it('gives back what it was given', () => {
    cache().save(files())
    const loaded = cache().load()
    expect([...loaded.keys()]).toEqual([folder.at('src/a.ts'), folder.at('src/b.js')])
    expect(loaded.get(folder.at('src/b.js'))).toEqual({ stamp: '', hash: 'def', facts: undefined })
    const { stamp, hash, facts } = loaded.get(folder.at('src/a.ts'))!
    const { path, modules, mayRegister, variables, functions, classes, exports, lines } = facts!
    expect([stamp, hash]).toEqual(['1:2', 'abc'])
    expect({ path, modules, mayRegister, variables, functions, classes, exports, lines }).toEqual(files().get(path)!.facts)
    expect([modules, mayRegister]).toEqual([['node:child_process'], true])
  })

  it('is written again from what was loaded', () => {
    cache().save(files())
    const written = readFileSync(cacheFile(), 'utf8')
    cache().save(cache().load())
    expect(readFileSync(cacheFile(), 'utf8')).toBe(written)
  })

  it('leaves no other files behind', () => {
    cache().save(files())
    cache().save(files())
    expect(readdirSync(folder.at('node_modules/.cache/eslint-plugin-secure-mcp'))).toHaveLength(1)
  })

  it('is empty where there is none', () => {
    expect(cache().load().size).toBe(0)
  })

  it('does not hear what was written under another key', () => {
    cache('old').save(files())
    expect(cache().load().size).toBe(0)
    cache().save(files())
    expect(cache().load().size).toBe(2)
  })

  it('does not hear what is cut short', () => {
    cache().save(files())
    const written = readFileSync(cacheFile())
    writeFileSync(cacheFile(), written.subarray(0, written.length - 1))
    expect(cache().load().size).toBe(0)
    writeFileSync(cacheFile(), '')
    expect(cache().load().size).toBe(0)
  })

  it('does not hear what has one other character', () => {
    cache().save(files())
    const written = readFileSync(cacheFile(), 'utf8')
    writeFileSync(cacheFile(), written.replace('child_process', 'child_procesS'))
    expect(cache().load().size).toBe(0)
  })

  it('does not hear what something else wrote', () => {
    cache().save(files())
    writeFileSync(cacheFile(), '{"version":1}\n{}\n')
    expect(cache().load().size).toBe(0)
    writeFileSync(cacheFile(), '0\n')
    expect(cache().load().size).toBe(0)
  })

  it('is silent where it cannot write', () => {
    writeFileSync(folder.at('node_modules/.cache'), '')
    cache().save(files())
    expect(cache().load().size).toBe(0)
  })

  it('does not write through a link', () => {
    mkdirSync(folder.at('elsewhere'))
    symlinkSync(folder.at('elsewhere'), folder.at('node_modules/.cache'))
    cache().save(files())
    expect(readdirSync(folder.at('elsewhere'))).toEqual([])
  })
})
