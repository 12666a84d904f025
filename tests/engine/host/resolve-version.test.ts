import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { resolveVersion } from '../../../src/engine/host/resolve-version.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'version-'))
  mkdirSync(path.join(root, '.git'))
})

afterEach(() => {
  rmSync(root, { recursive: true })
})

function write(file: string, content: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), content)
}

describe('resolveVersion', () => {
  it('prefers what is installed, however far above', () => {
    write('packages/a/package.json', '{ "dependencies": { "@acme/kit": "^1.2.0" } }')
    write('node_modules/@acme/kit/package.json', '{ "version": "1.9.3" }')
    expect(resolveVersion(path.join(root, 'packages/a/src/index.ts'), '@acme/kit')).toEqual({ version: '1.9.3', isExact: true })
  })

  it.each([
    ['^1.2.0', '1.2.0', false], ['~1.2', '1.2.0', false], ['>=1.28 <2', '1.28.0', false], ['1.x', '1.0.0', false],
    ['1.17.4', '1.17.4', true], ['1.26.0-beta.1', '1.26.0', true], ['npm:@other/kit@1.4.0', '1.4.0', true],
    ['workspace:^2.0.1', '2.0.1', false],
  ])('reads the declared range %s', (range, version, isExact) => {
    write('package.json', JSON.stringify({ devDependencies: { '@acme/kit': range } }))
    expect(resolveVersion(path.join(root, 'index.ts'), '@acme/kit')).toEqual({ version, isExact })
  })

  it.each(['latest', 'workspace:*', 'file:../kit', 'github:acme/kit', '*'])('knows nothing of %s', (range) => {
    write('package.json', JSON.stringify({ dependencies: { '@acme/kit': range } }))
    expect(resolveVersion(path.join(root, 'index.ts'), '@acme/kit')).toBeUndefined()
  })

  it('knows nothing where no manifest can be read', () => {
    write('package.json', '{ "dependencies": ')
    expect(resolveVersion(path.join(root, 'index.ts'), '@acme/kit')).toBeUndefined()
  })
})
