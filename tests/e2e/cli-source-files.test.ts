import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findSourceFiles } from '../../src/cli/find-source-files.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'secure-mcp-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, text = ''): void {
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, text)
}

describe('findSourceFiles', () => {
  it('finds scripts of every kind, in alphabetical order, and nothing else', async () => {
    write('b.mts')
    write('a.js')
    write('lib/c.tsx')
    write('types.d.ts')
    write('notes.json', '{}')
    write('node_modules/dep/index.js')
    write('.cache/x.js')
    expect(await findSourceFiles(folder)).toEqual({
      files: ['a.js', 'b.mts', 'lib/c.tsx'],
      leftOut: { tests: [], buildOutput: [], minified: [] },
    })
  })

  it('leaves out what is clearly a test', async () => {
    write('src/index.ts')
    write('src/git.test.ts')
    write('src/git.spec.js')
    write('src/__tests__/setup.ts')
    write('tests/server.ts')
    const { files, leftOut } = await findSourceFiles(folder)
    expect(files).toEqual(['src/index.ts'])
    expect(leftOut.tests).toEqual(['src/__tests__/setup.ts', 'src/git.spec.js', 'src/git.test.ts', 'tests/server.ts'])
  })

  it('keeps a tool that is called test', async () => {
    write('src/tools/test/run.ts')
    write('src/tools/latest.ts')
    const { files } = await findSourceFiles(folder)
    expect(files).toEqual(['src/tools/latest.ts', 'src/tools/test/run.ts'])
  })

  it('leaves out build output whose sources are there', async () => {
    write('src/index.ts')
    write('dist/index.js')
    write('packages/core/package.json', '{}')
    write('packages/core/src/index.js')
    write('packages/core/build/index.js')
    const { files, leftOut } = await findSourceFiles(folder)
    expect(files).toEqual(['packages/core/src/index.js', 'src/index.ts'])
    expect(leftOut.buildOutput).toEqual(['dist/index.js', 'packages/core/build/index.js'])
  })

  it('leaves out the outDir of a TypeScript configuration with comments', async () => {
    write('tsconfig.build.json', '{\n  // for npm\n  "compilerOptions": { "outDir": "./lib", },\n}\n')
    write('source/index.ts')
    write('lib/index.js')
    const { files, leftOut } = await findSourceFiles(folder)
    expect(files).toEqual(['source/index.ts'])
    expect(leftOut.buildOutput).toEqual(['lib/index.js'])
  })

  it('keeps the output folder of a published package, which has nothing else', async () => {
    write('package.json', '{}')
    write('tsconfig.json', '{ "compilerOptions": { "outDir": "dist" } }')
    write('vitest.config.ts')
    write('dist/index.js')
    const { files } = await findSourceFiles(folder)
    expect(files).toEqual(['dist/index.js', 'vitest.config.ts'])
  })

  it('keeps folders called build inside the sources, and TypeScript in output folders', async () => {
    write('src/build/index.js')
    write('build/release.ts')
    const { files } = await findSourceFiles(folder)
    expect(files).toEqual(['build/release.ts', 'src/build/index.js'])
  })

  it('takes an outDir that is the folder itself, or lies above it, for none', async () => {
    write('src/tsconfig.json', '{ "compilerOptions": { "outDir": "." } }')
    write('src/tsconfig.build.json', '{ "compilerOptions": { "outDir": "../" } }')
    write('src/index.ts')
    write('src/legacy.js')
    const { files } = await findSourceFiles(folder)
    expect(files).toEqual(['src/index.ts', 'src/legacy.js'])
  })

  it('leaves out a script beside the TypeScript file that it is compiled from', async () => {
    write('index.ts')
    write('index.js')
    write('page.tsx')
    write('page.js')
    write('worker.mts')
    write('worker.mjs')
    write('other.js')
    const { files, leftOut } = await findSourceFiles(folder)
    expect(files).toEqual(['index.ts', 'other.js', 'page.tsx', 'worker.mts'])
    expect(leftOut.buildOutput).toEqual(['index.js', 'page.js', 'worker.mjs'])
  })

  it('survives a TypeScript configuration that is no JSON', async () => {
    write('tsconfig.json', '{{{')
    write('index.ts')
    const { files } = await findSourceFiles(folder)
    expect(files).toEqual(['index.ts'])
  })

  it('leaves out minified bundles, and keeps large files that people can read', async () => {
    write('vendor/chart.min.js', 'x')
    write('bundle.js', 'f(1);'.repeat(30_000))
    write('table.js', 'row(1)\n'.repeat(30_000))
    const { files, leftOut } = await findSourceFiles(folder)
    expect(files).toEqual(['table.js'])
    expect(leftOut.minified).toEqual(['bundle.js', 'vendor/chart.min.js'])
  })

  it('follows no symbolic link', async () => {
    write('src/index.ts')
    symlinkSync(folder, path.join(folder, 'src/loop'), 'junction')
    const { files } = await findSourceFiles(folder)
    expect(files).toEqual(['src/index.ts'])
  })
})
