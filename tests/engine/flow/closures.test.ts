import { describe, expect, it } from 'vitest'
import { flowsIn, flowsInHandler } from '../../support/flows-in.ts'

describe('functions', () => {
  it('give back what their arguments are', () => {
    expect(flowsInHandler(`
      execSync('ls ' + same(args.a))
      execSync('ls ' + fixed(args.a))
      execSync('ls ' + second('notes', args.b))
      execSync('ls ' + second(args.a, 'notes'))`, `
      function same(value: string) { return value }
      function fixed(value: string) { return value === '' ? 'x' : 'y' }
      const second = (first: string, other: string) => other`)).toEqual([
      "a > execSync('ls ' + same(args.a))", "b > execSync('ls ' + second('notes', args.b))",
    ])
  })

  it('take rest parameters and spread arguments', () => {
    expect(flowsInHandler(`
      run('ls', args.a)
      execSync(join(...['cat', args.b]))`, `
      function run(...words: string[]) { execSync(words.join(' ')) }
      const join = (program: string, target: string) => program + target`)).toEqual([
      "a > execSync(words.join(' '))", "b > execSync(join(...['cat', args.b]))",
    ])
  })

  it('default their parameters', () => {
    expect(flowsInHandler(`
      run()
      run(args.a)`, `function run(name = 'notes', command = 'ls ' + name) { execSync(command) }`)).toEqual([
      'a > execSync(command)',
    ])
  })

  it('are followed where they are used before their declaration', () => {
    expect(flowsInHandler('run(args.a); function run(name: string) { execSync("ls " + name) }')).toEqual([
      'a > execSync("ls " + name)',
    ])
  })

  it('that call themselves come to an end', () => {
    expect(flowsInHandler(`
      walk(args.a, 3)
      execSync('ls ' + even(args.b, 2))`, `
      function walk(name: string, depth: number): void { execSync('ls ' + name); if (depth > 0) walk(name, depth - 1) }
      function even(name: string, depth: number): string { return depth === 0 ? name : odd(name, depth - 1) }
      function odd(name: string, depth: number): string {
        return depth === 0 ? name : even(name, depth - 1)
      }`)).toEqual([
      "a > execSync('ls ' + name)", "b > execSync('ls ' + even(args.b, 2))",
    ])
  })
})

describe('closures', () => {
  it('see the variables they capture', () => {
    expect(flowsInHandler(`
      const name = args.a
      const size = args.n
      const list = () => { execSync('ls ' + name); execSync('head -' + size) }
      list()`)).toEqual(["a > execSync('ls ' + name)"])
  })

  it('see what a variable holds when they run', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      const list = () => { execSync('ls ' + name) }
      const show = () => { execSync('cat ' + name) }
      show()
      name = args.a
      list()`)).toEqual(["a > execSync('ls ' + name)"])
  })

  it('change what they capture', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      const set = (value: string) => { name = value }
      execSync('cat ' + name)
      set(args.a)
      execSync('ls ' + name)`)).toEqual(["a > execSync('ls ' + name)"])
  })

  it('remember the arguments of the factory that made them', () => {
    expect(flowsInHandler(`
      runner('ls')(args.a)
      const clean = runner(args.b)
      execSync(prefix('notes')())
      execSync(prefix(args.b)())
      clean('notes')`, `
      const runner = (program: string) => (name: string) => { execSync('env ' + program + name) }
      const prefix = (text: string) => () => 'ls ' + text`)).toEqual([
      "a > execSync('env ' + program + name)", 'b > execSync(prefix(args.b)())',
    ])
  })

  it('are called through call, apply and bind', () => {
    expect(flowsInHandler(`
      list.call(undefined, args.a)
      show.apply(undefined, [args.b])
      head.bind(undefined, args.a)()
      wc.bind(undefined, 'notes')(args.b)`, `
      function list(name: string) { execSync('ls ' + name) }
      function show(name: string) { execSync('cat ' + name) }
      function head(name: string) { execSync('head ' + name) }
      function wc(first: string, second: string) { execSync('wc ' + first); execSync('wc ' + second) }`)).toEqual([
      "a > execSync('ls ' + name)", "b > execSync('cat ' + name)", "a > execSync('head ' + name)",
      "b > execSync('wc ' + second)",
    ])
  })

  it('are followed through wrappers that call what they are given', () => {
    expect(flowsIn(`
      const withErrors = <T>(handler: (args: T) => Promise<unknown>) => async (args: T) => {
        try { return await handler(args) } catch (error) { return { isError: true } }
      }
      const timed = (name: string, work: () => void) => { work(); execSync('echo ' + name) }
      server.tool('run', { a: z.string(), n: z.number() }, withErrors(async ({ a, n }) => {
        timed('run', () => { execSync('ls ' + a); execSync('ls ' + n) })
      }))`)).toEqual(["a > execSync('ls ' + a)"])
  })

  it('that run later are followed', () => {
    expect(flowsInHandler(`
      setTimeout(() => { execSync('ls ' + args.a) }, 10)
      queueMicrotask(() => { execSync('cat ' + args.b) })`)).toEqual([
      "a > execSync('ls ' + args.a)", "b > execSync('cat ' + args.b)",
    ])
  })
})

describe('calls by other means', () => {
  it('give arguments to arguments, apply and Reflect', () => {
    expect(flowsInHandler(`
      first(args.a)
      relay(args.b)
      Reflect.apply(show, undefined, [args.a])
      count.apply(undefined, args.list)
      execSync.apply(undefined, ['wc ' + Reflect.get(args, 'b')])`, `
      function first(_name: string) { execSync('ls ' + arguments[0]) }
      function relay(_name: string) { tail.apply(null, arguments as any) }
      function tail(name: string) { execSync('tail ' + name) }
      function show(name: string) { execSync('cat ' + name) }
      function count(name: string) { execSync('head ' + name) }`)).toEqual([
      "a > execSync('ls ' + arguments[0])", "b > execSync('tail ' + name)", "a > execSync('cat ' + name)",
      "list.* > execSync('head ' + name)", "b > execSync.apply(['wc ' + Reflect.get(args, 'b')])",
    ])
  })
})
