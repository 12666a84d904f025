import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

const LATER = 'async function later(value: string) { return value }'

describe('promises', () => {
  it('are awaited', () => {
    expect(flowsInHandler(`
      execSync('ls ' + await later(args.a))
      execSync('ls ' + await fixed(args.a))
      const pending = later(args.b)
      execSync('cat ' + (await pending))`, `
      async function later(value: string) { return value }
      const fixed = async (value: string) => { await later(value); return 'notes' }`)).toEqual([
      "a > execSync('ls ' + await later(args.a))", "b > execSync('cat ' + (await pending))",
    ])
  })

  it('hand their value to then, catch and finally', () => {
    expect(flowsInHandler(`
      later(args.a).then((value) => { execSync('ls ' + value) })
      execSync('cat ' + await later(args.a).then((value) => value.trim()))
      execSync('head ' + await later(args.a).then(() => 'notes'))
      execSync('wc ' + await later(args.b).catch(() => 'notes').finally(() => {}))
      later('notes').then((value) => { execSync('tail ' + value) })`, LATER)).toEqual([
      "a > execSync('ls ' + value)",
      "a > execSync('cat ' + await later(args.a).then((value) => value.trim()))",
      "b > execSync('wc ' + await later(args.b).catch(() => 'notes').finally(() => {}))",
    ])
  })

  it('are collected', () => {
    expect(flowsInHandler(`
      const [first, second] = await Promise.all([Promise.resolve('notes'), later(args.a)])
      execSync('ls ' + first)
      execSync('cat ' + second)
      const names = await Promise.all(args.list.map(async (item) => item.trim()))
      execSync('wc ' + names.join(' '))
      execSync('head ' + await Promise.race([later(args.b), Promise.resolve('notes')]))`, LATER)).toEqual([
      "a > execSync('cat ' + second)",
      "list.* > execSync('wc ' + names.join(' '))",
      "b > execSync('head ' + await Promise.race([later(args.b), Promise.resolve('notes')]))",
    ])
  })

  it('are made by hand', () => {
    expect(flowsInHandler(`
      const name = await new Promise<string>((resolve) => { resolve(args.a) })
      execSync('ls ' + name)
      const other = await new Promise<string>((resolve) => { resolve('notes') })
      execSync('cat ' + other)
      new Promise<void>((resolve) => { execSync('wc ' + args.b); resolve() })`)).toEqual([
      "a > execSync('ls ' + name)", "b > execSync('wc ' + args.b)",
    ])
  })
})
