import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { describeFindings } from '../support/describe-findings.ts'

const SERVERS = [
  {
    name: 'registrars',
    files: ['src/create-server.ts', 'src/index.ts', 'src/register-git.ts', 'src/register-notes.ts'],
  },
  { name: 'import-cycle', files: ['src/git.ts', 'src/index.ts', 'src/notes.ts', 'src/tools.ts'] },
  { name: 'classes', files: ['src/git-service.ts', 'src/git-tools.ts', 'src/index.ts', 'src/shell.ts'] },
  { name: 'wrappers', files: ['src/index.ts', 'src/middleware.ts', 'src/tools.ts', 'src/with-errors.ts'] },
  { name: 'guards', files: ['src/guards.ts', 'src/index.ts', 'src/sandbox.ts'] },
]

describe.each(SERVERS)('the findings of $name', ({ name, files }) => {
  const folder = fileURLToPath(new URL(`../packages/${name}`, import.meta.url))
  const whole = describeFindings(folder, files)

  it('exist', () => {
    expect(whole).not.toEqual([])
  })

  it('are the same in the opposite order', () => {
    expect(describeFindings(folder, files.slice().reverse())).toEqual(whole)
  })

  it('are the same from another file on', () => {
    expect(describeFindings(folder, [...files.slice(2), ...files.slice(0, 2)])).toEqual(whole)
  })

  it('are the same with each file linted alone', () => {
    expect(files.flatMap((file) => describeFindings(folder, [file])).sort()).toEqual(whole)
  })

  it('are the same when a file is linted twice', () => {
    const last = files.at(-1)!
    const twice = describeFindings(folder, [last, ...files])
    expect([...new Set(twice)]).toEqual(whole)
    expect(twice.length).toBe(whole.length + describeFindings(folder, [last]).length)
  })

  it('of some files are those of the whole', () => {
    const some = files.slice(1, 3)
    const theirs = whole.filter((line) => some.some((file) => line.startsWith(`${file} `)))
    expect(describeFindings(folder, some)).toEqual(theirs)
  })
})
