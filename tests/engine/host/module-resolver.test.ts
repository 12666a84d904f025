import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET } from '../../../src/engine/budget.ts'
import { Layout } from '../../../src/engine/host/layout.ts'
import { ModuleResolver } from '../../../src/engine/host/module-resolver.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'

let folder: TemporaryFolder

/** What an import in a file of the package `server` leads to, below the root of the workspace. */
function resolve(from: string, module: string): string | undefined {
  const layout = new Layout(DEFAULT_BUDGET)
  const found = layout.finder.packageOf(folder.at('server'))
  const siblings = layout.finder.siblingsOf(found)
  const files = [found, ...siblings.map(({ root }) => layout.finder.packageOf(root))].flatMap((item) => layout.filesOf(item).sources)
  const resolver = new ModuleResolver({
    files: new Set(files), members: [{ root: found.root, manifest: found.manifest! }, ...siblings],
    configOf: (at) => layout.configOf(at, found.boundary),
  })
  return resolver.resolve(folder.at(`server/${from}`), module)?.slice(folder.root.length + 1)
}

function writeSibling(manifest: object, ...files: readonly string[]): void {
  folder.write('kit/package.json', JSON.stringify({ name: '@notes/kit', ...manifest }))
  for (const file of files) folder.write(`kit/${file}`, 'export {}\n')
}

beforeEach(() => {
  folder = new TemporaryFolder()
  folder.write('package.json', JSON.stringify({ workspaces: ['*', '!other'] }))
  folder.write('server/package.json', JSON.stringify({
    name: '@notes/server', dependencies: { '@notes/kit': '*', '@notes/other': '*' },
    imports: { '#git/*': { types: './dist/git/*.d.ts', default: './dist/git/*.js' }, '#git/own': './src/own.ts' },
  }))
  for (const file of ['index.ts', 'own.ts', 'git/log.ts', 'view.tsx', 'old.mjs']) folder.write(`server/src/${file}`, 'export {}\n')
})

afterEach(() => {
  folder.remove()
})

describe('an import inside the package', () => {
  it('leads to the source of the extension that it names', () => {
    expect(resolve('src/index.ts', './own.js')).toBe('server/src/own.ts')
    expect(resolve('src/index.ts', './view.js')).toBe('server/src/view.tsx')
    expect(resolve('src/index.ts', './old.mjs')).toBe('server/src/old.mjs')
    expect(resolve('src/index.ts', './git/log')).toBe('server/src/git/log.ts')
    expect(resolve('src/git/log.ts', '..')).toBe('server/src/index.ts')
  })

  it('leads nowhere where there is no such file', () => {
    expect(resolve('src/index.ts', './missing.js')).toBeUndefined()
    expect(resolve('src/index.ts', '../../../etc/passwd')).toBeUndefined()
  })

  it('follows the imports of the manifest, the closest pattern first', () => {
    expect(resolve('src/index.ts', '#git/log')).toBe('server/src/git/log.ts')
    expect(resolve('src/index.ts', '#git/own')).toBe('server/src/own.ts')
    expect(resolve('src/index.ts', '#other')).toBeUndefined()
  })

  it('follows aliases, also those that a configuration inherits', () => {
    folder.write('tsconfig.base.json', '{ "compilerOptions": { "paths": { "~/*": ["./server/src/*"] } } }')
    folder.write('server/tsconfig.json', '{ "extends": "../tsconfig.base.json", "references": [{ "path": "./tsconfig.app.json" }] }')
    folder.write('server/tsconfig.app.json', '{ "compilerOptions": { "baseUrl": "src", "paths": { "@git/*": ["git/*"] } } }')
    expect(resolve('src/index.ts', '~/own')).toBe('server/src/own.ts')
    expect(resolve('src/index.ts', '@git/log')).toBe('server/src/git/log.ts')
    expect(resolve('src/index.ts', 'git/log')).toBe('server/src/git/log.ts')
  })
})

describe('an import of a sibling', () => {
  it('leads to the source of what its manifest says is built', () => {
    writeSibling({ main: 'dist/index.js' }, 'src/index.ts')
    expect(resolve('src/index.ts', '@notes/kit')).toBe('kit/src/index.ts')
  })

  it('follows exports with conditions and patterns', () => {
    const exports = { '.': { import: './esm/index.js' }, './tools/*': './lib/esm/tools/*.js' }
    writeSibling({ exports }, 'src/index.ts', 'src/tools/git.ts')
    expect(resolve('src/index.ts', '@notes/kit')).toBe('kit/src/index.ts')
    expect(resolve('src/index.ts', '@notes/kit/tools/git')).toBe('kit/src/tools/git.ts')
  })

  it('follows the folders of its configuration', () => {
    writeSibling({ types: './out-tsc/main.d.ts' }, 'code/main.ts')
    folder.write('kit/tsconfig.json', '{ "compilerOptions": { "outDir": "out-tsc", "rootDir": "code" } }')
    expect(resolve('src/index.ts', '@notes/kit')).toBe('kit/code/main.ts')
  })

  it('guesses where the manifest says nothing', () => {
    writeSibling({}, 'src/index.ts', 'tools/git.js')
    expect(resolve('src/index.ts', '@notes/kit')).toBe('kit/src/index.ts')
    expect(resolve('src/index.ts', '@notes/kit/tools/git')).toBe('kit/tools/git.js')
  })

  it('leads nowhere for what the workspace excludes or nobody depends on', () => {
    folder.write('other/package.json', JSON.stringify({ name: '@notes/other', main: 'index.js' }))
    folder.write('other/index.js', 'export {}\n')
    folder.write('third/package.json', JSON.stringify({ name: '@notes/third', main: 'index.js' }))
    folder.write('third/index.js', 'export {}\n')
    expect(resolve('src/index.ts', '@notes/other')).toBeUndefined()
    expect(resolve('src/index.ts', '@notes/third')).toBeUndefined()
  })

  it('is found in a workspace of pnpm', () => {
    folder.write('package.json', '{}')
    folder.write('pnpm-workspace.yaml', "catalog:\n  x: 1\npackages:\n  # all\n  - '*'\n  - \"!other\"\nonlyBuilt: []\n")
    writeSibling({ main: 'dist/index.js' }, 'src/index.ts')
    expect(resolve('src/index.ts', '@notes/kit')).toBe('kit/src/index.ts')
  })
})
