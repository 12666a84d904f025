import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_BUDGET } from '../../../src/engine/budget.ts'
import { Layout } from '../../../src/engine/host/layout.ts'
import { TemporaryFolder } from '../../support/temporary-folder.ts'

let folder: TemporaryFolder

/** The files that are looked at together with one of them, below the root. */
function filesWith(file: string, maxFiles = DEFAULT_BUDGET.maxFiles): string[] {
  const layout = new Layout({ ...DEFAULT_BUDGET, maxFiles })
  const found = layout.finder.packageOf(folder.root)
  return layout.filesOf(found).partOf(folder.at(file)).map((path) => path.slice(folder.root.length + 1))
}

function writeAll(...files: readonly string[]): void {
  for (const file of files) folder.write(file, 'export {}\n')
}

beforeEach(() => {
  folder = new TemporaryFolder()
  folder.write('package.json', '{}')
})

afterEach(() => {
  folder.remove()
})

describe('the files of a package', () => {
  it('are its scripts, without tests, declarations and what is installed', () => {
    writeAll('src/b.ts', 'src/a.mts', 'src/a.test.ts', 'src/types.d.ts', 'test/x.ts', 'node_modules/y/index.js', '.hidden/z.ts', 'run.cjs')
    expect(filesWith('src/b.ts')).toEqual(['run.cjs', 'src/a.mts', 'src/b.ts'])
  })

  it('leave out nested packages', () => {
    writeAll('src/a.ts', 'packages/b/src/b.ts')
    folder.write('packages/b/package.json', '{}')
    expect(filesWith('src/a.ts')).toEqual(['src/a.ts'])
  })

  it('leave out what is built, unless it is linted', () => {
    writeAll('src/a.ts', 'dist/a.js', 'dist/b.js')
    expect(filesWith('src/a.ts')).toEqual(['src/a.ts'])
    expect(filesWith('dist/a.js')).toEqual(['dist/a.js', 'dist/b.js'])
  })

  it('know built code by the outDir of a configuration that others extend', () => {
    writeAll('src/a.ts', 'compiled/node/a.js', 'compiled/kept.js')
    folder.write('config/base.json', '{ "compilerOptions": { "outDir": "../compiled/node" /* built */ } }')
    folder.write('tsconfig.build.json', '{ "extends": "./config/base", }')
    expect(filesWith('src/a.ts')).toEqual(['compiled/kept.js', 'src/a.ts'])
    expect(filesWith('compiled/node/a.js')).toEqual(['compiled/node/a.js'])
  })

  it('are the built ones where there is nothing else', () => {
    writeAll('build/a.js', 'lib/b.js', 'bin/run.js', 'eslint.config.js')
    expect(filesWith('bin/run.js')).toEqual(['bin/run.js', 'build/a.js', 'eslint.config.js', 'lib/b.js'])
  })

  it('leave out what git ignores, unless it is linted', () => {
    writeAll('src/a.ts', 'src/gen/b.ts', 'src/gen/c.ts', 'src/local.ts', 'src/kept.local.ts', 'src/deep/only/d.ts', 'src/deep/only/e.ts')
    folder.write('.gitignore', '# made\ngen/\n*local.ts\n!kept.local.ts\n/src/deep/**/d.ts\n')
    expect(filesWith('src/a.ts')).toEqual(['src/a.ts', 'src/deep/only/e.ts', 'src/kept.local.ts'])
    expect(filesWith('src/gen/b.ts')).toEqual(['src/gen/b.ts', 'src/gen/c.ts'])
  })

  it('are those of the first folders where there are too many', () => {
    writeAll('src/c.ts', 'src/a.ts', 'src/b.ts')
    expect(filesWith('src/c.ts', 2)).toEqual(['src/a.ts', 'src/b.ts'])
  })
})
