import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import type { Linter } from 'eslint'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import plugin from '../../src/index.ts'
import { describeFindings } from '../support/describe-findings.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))

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

describe.each(SERVERS)('the findings of $name with a cache', ({ name, files }) => {
  const whole = describeFindings(fileURLToPath(new URL(`../packages/${name}`, import.meta.url)), files)
  let folder: TemporaryFolder

  beforeEach(() => {
    folder = new TemporaryFolder()
    for (const file of ['package.json', ...files]) {
      folder.write(file, readFileSync(new URL(`../packages/${name}/${file}`, import.meta.url), 'utf8'))
    }
    mkdirSync(folder.at('node_modules'))
  })

  afterEach(() => {
    folder.remove()
  })

  function cacheFile(): string {
    const kept = 'node_modules/.cache/eslint-plugin-secure-mcp'
    return folder.at(`${kept}/${readdirSync(folder.at(kept))[0]}`)
  }

  it('are the same when it is made, when it is there, and when it is of older texts', () => {
    expect(describeFindings(folder.root, files, true)).toEqual(whole)
    expect(describeFindings(folder.root, files, true)).toEqual(whole)
    expect(describeFindings(folder.root, files.slice().reverse(), true)).toEqual(whole)
    const [first] = files
    const text = folder.read(first!)
    folder.write(first!, '// nothing\n')
    expect(describeFindings(folder.root, files, true)).toEqual(describeFindings(folder.root, files))
    folder.write(first!, text)
    expect(describeFindings(folder.root, files, true)).toEqual(whole)
  })

  it('are the same when it is damaged', () => {
    describeFindings(folder.root, files, true)
    const kept = readFileSync(cacheFile(), 'utf8')
    const other = [kept.replace('\n', ''), kept.replaceAll('1', '2'), `\u0000${kept}`, '[]\n[]\n']
    for (const damaged of ['', kept.slice(0, 400), kept.slice(0, -1), ...other]) {
      writeFileSync(cacheFile(), damaged)
      expect(describeFindings(folder.root, files, true)).toEqual(whole)
      expect(readFileSync(cacheFile(), 'utf8').length).toBe(kept.length)
    }
  })
})

describe('the reports on a folder', () => {
  const cwd = fileURLToPath(new URL('../packages/', import.meta.url))
  const patterns = ['barrels', 'workspaces', 'wrappers']
  const options: ESLint.Options = {
    cwd, overrideConfigFile: true, overrideConfig: plugin.configs['recommended'] as Linter.Config[], allowInlineConfig: false,
  }

  /** Every message of every file, in full. */
  function plain(results: readonly Pick<ESLint.LintResult, 'filePath' | 'messages'>[]): string[] {
    return results.flatMap(({ filePath, messages }) => messages.map(({ line, column, endLine, endColumn, ruleId, message }) => (
      [path.relative(cwd, filePath).replaceAll('\\', '/'), line, column, endLine, endColumn, ruleId, message].join(' ')))).sort()
  }

  async function throughCommandLine(...flags: readonly string[]): Promise<string[]> {
    const folder = new TemporaryFolder()
    const url = (file: string): string => JSON.stringify(new URL(`../../${file}`, import.meta.url).href)
    folder.write('eslint.config.mjs', `import { register } from ${url('node_modules/tsx/dist/esm/api/index.mjs')}
register()
const { default: plugin } = await import(${url('src/index.ts')})
export default plugin.configs.recommended
`)
    const eslint = path.join(REPOSITORY, 'node_modules/eslint/bin/eslint.js')
    const argv = [eslint, '--format', 'json', '--no-inline-config', '--config', folder.at('eslint.config.mjs'), ...flags, ...patterns]
    const ran = await promisify(execFile)(process.execPath, argv, { cwd })
      .catch((error: unknown) => error as { stdout: string })
    folder.remove()
    return plain(JSON.parse(ran.stdout) as ESLint.LintResult[])
  }

  it('are the same from the API, text by text, from another instance, and from the command line with one worker or two', async () => {
    const results = await new ESLint(options).lintFiles(patterns)
    const whole = plain(results)
    expect(whole.length).toBeGreaterThan(4)
    const texts: ESLint.LintResult[] = []
    const second = new ESLint(options)
    for (const { filePath } of results.slice().reverse()) {
      texts.push(...await second.lintText(readFileSync(filePath, 'utf8'), { filePath }))
    }
    expect(plain(texts)).toEqual(whole)
    expect(await throughCommandLine()).toEqual(whole)
    expect(await throughCommandLine('--concurrency', '2')).toEqual(whole)
  }, 120_000)
})
