import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findNewErrors, openTypeCheck } from '../../tools/edits/type-check.ts'

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'type-check-')))
afterAll(() => { rmSync(folder, { recursive: true }) })

test('errors of a package, and of a text in the place of a file', () => {
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, types: [], lib: ['es2022'] } }))
  writeFileSync(path.join(folder, 'size.ts'), 'export const size = (text: string): number => text.length\nexport const known: string = 1\n')
  writeFileSync(path.join(folder, 'use.ts'), "import { size } from './size'\nexport const twice: number = size('a') * 2\n")
  const types = openTypeCheck(folder)!
  const before = types.errors(new Map())
  expect(before).toEqual(["size.ts: TS2322 Type 'number' is not assignable to type 'string'."])

  // The fault is in the file that imports the edited one.
  const edited = 'export const size = (text: string): string => text\nexport const known: string = 1\n'
  const after = types.errors(new Map([[path.join(folder, 'size.ts'), edited]]))
  expect(findNewErrors(before, after)).toEqual([
    'use.ts: TS2362 The left-hand side of an arithmetic operation must be of type \'any\', \'number\', \'bigint\' or an enum type.',
  ])
  expect(types.errors(new Map())).toEqual(before)
  expect(types.covers(path.join(folder, 'use.ts'))).toBe(true)
  expect(types.covers(path.join(folder, 'other.ts'))).toBe(false)
})

test('an error that is there twice is new once', () => {
  expect(findNewErrors(['a', 'b'], ['a', 'a', 'c'])).toEqual(['a', 'c'])
})

test('no configuration, no types', () => {
  expect(openTypeCheck(path.join(folder, 'none'))).toBeUndefined()
})
