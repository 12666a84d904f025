import { describe, expect, it } from 'vitest'
import { matchGlob } from '../../../src/engine/host/match-glob.ts'

describe('matchGlob', () => {
  it.each([
    ['packages/*', 'packages/shell'],
    ['**/dist', 'dist'],
    ['**/dist', 'a/b/dist'],
    ['a/**', 'a/b/c'],
    ['a/**/c', 'a/c'],
    ['a/**/c', 'a/x/y/c'],
    ['*.g?n.*s', 'api.gen.ts'],
    ['*', 'anything'],
  ])('%s matches %s', (pattern, path) => {
    expect(matchGlob(pattern, path)).toBe(true)
  })

  it.each([
    ['packages/*', 'packages/shell/src'],
    ['packages/*', 'packages'],
    ['**/dist', 'dist/x'],
    ['a/**/c', 'a/x/y'],
    ['*.gen.ts', 'gen.ts'],
    ['a?', 'a'],
  ])('%s does not match %s', (pattern, path) => {
    expect(matchGlob(pattern, path)).toBe(false)
  })

  it('ends on patterns that are made to be slow', () => {
    expect(matchGlob(`${'*a'.repeat(100)}b`, 'a'.repeat(250))).toBe(false)
    expect(matchGlob(`${'**/a/'.repeat(100)}b`, 'a/'.repeat(250))).toBe(false)
  })
})
