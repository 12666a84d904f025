import { describe, expect, it } from 'vitest'
import { dropShell } from '../../src/reporting/suggestions/drop-shell.ts'
import { applyEdits } from '../support/apply-edits.ts'

const before = "import { execFile, spawn, spawnSync } from 'node:child_process'\n"
const drop = (code: string): string[] =>
  applyEdits(dropShell, before + code).map((output) => output.slice(before.length))

describe('dropShell', () => {
  it('removes options that are empty then', () => {
    expect(drop("spawn('git', ['log', x], { shell: true })")).toEqual(["spawn('git', ['log', x])"])
    expect(drop("execFile('git', ['log', x], { shell: true }, (error) => done(error))"))
      .toEqual(["execFile('git', ['log', x], (error) => done(error))"])
  })

  it('keeps the other options', () => {
    expect(drop("spawn('git', ['log', x], { shell: true, cwd })")).toEqual(["spawn('git', ['log', x], { cwd })"])
    expect(drop("spawn('git', ['log', x], { cwd, shell: '/bin/sh' })")).toEqual(["spawn('git', ['log', x], { cwd })"])
    expect(drop("spawn('git', ['log', x], {\n  cwd,\n  shell: true,\n  env,\n})"))
      .toEqual(["spawn('git', ['log', x], {\n  cwd,\n  env,\n})"])
  })

  it('removes the shell that only Windows would have used', () => {
    expect(drop("spawn('git', ['log', x], { shell: process.platform === 'win32' })"))
      .toEqual(["spawn('git', ['log', x])"])
  })

  it('follows a list and options in constants of their own', () => {
    expect(drop("const words = ['log']\nwords.push(x)\nconst options = { shell: true }\n"
        + "spawnSync('git', words, options)"))
      .toEqual(["const words = ['log']\nwords.push(x)\nconst options = {}\nspawnSync('git', words, options)"])
  })

  it('splits a command line', () => {
    expect(drop("spawn('git log ' + x, { shell: true, cwd })")).toEqual(["spawn('git', ['log', String(x)], { cwd })"])
    expect(drop('spawn(`git log "${x}"`, { shell: true })')).toEqual(["spawn('git', ['log', String(x)])"])
  })

  it('takes a list from a parameter for one', () => {
    expect(drop("const git = (list: string[]) => spawn('git', list, { shell: true })"))
      .toEqual(["const git = (list: string[]) => spawn('git', list)"])
  })

  it('reads compiled code', () => {
    const compiled = "const child_process_1 = require('child_process');\n"
    expect(applyEdits(dropShell, `${compiled}(0, child_process_1.spawn)('git', [x], { shell: true });`))
      .toEqual([`${compiled}(0, child_process_1.spawn)('git', [x]);`])
  })

  it('offers nothing where the shell does something', () => {
    expect(drop("spawn('git', ['log', x, '|', 'head'], { shell: true })")).toEqual([])
    expect(drop("spawn('ls', ['*.ts', x], { shell: true })")).toEqual([])
    expect(drop("spawn('git', ['log', `\"${x}\"`], { shell: true })")).toEqual([])
    expect(drop("spawn('git', ['log', 'a b', x], { shell: true })")).toEqual([])
    expect(drop('spawn(`git log ${x} | head`, { shell: true })')).toEqual([])
  })

  it('offers nothing where the program is not constant, needs a shell or is one', () => {
    expect(drop("spawn(tool, ['log', x], { shell: true })")).toEqual([])
    expect(drop("spawn('npx', ['tool', x], { shell: true })")).toEqual([])
    expect(drop("spawn('tool.cmd', [x], { shell: true })")).toEqual([])
    expect(drop("spawn('sh', ['-c', x], { shell: true })")).toEqual([])
    expect(drop("spawn('cd', [x], { shell: true })")).toEqual([])
  })

  it('offers nothing where the options or the list are not known', () => {
    expect(drop("spawn('git', ['log', x], options)")).toEqual([])
    expect(drop("spawn('git', ['log', x], { ...base, shell: true })")).toEqual([])
    expect(drop("spawn('git', quoteAll(words), { shell: true })")).toEqual([])
    expect(drop("const options = { shell: true }\nspawn('git', [x], options)\nspawn('hg', [x], options)")).toEqual([])
  })

  it('offers nothing where there is no shell, another shell, or a comment on it', () => {
    expect(drop("spawn('git', ['log', x], { shell: false })")).toEqual([])
    expect(drop("spawn('git', ['log', x], { shell: 'powershell.exe' })")).toEqual([])
    expect(drop("spawn('git', ['log', x], { cwd, /* Windows */ shell: true })")).toEqual([])
  })

  it('offers nothing for a function of the same name', () => {
    expect(applyEdits(dropShell, "spawn('git', ['log', x], { shell: true })")).toEqual([])
  })
})
