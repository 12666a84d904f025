import { describe, expect, it } from 'vitest'
import { flowsIn, flowsInHandler } from '../../support/flows-in.ts'

describe('assignments', () => {
  it('carry a value through variables and casts', () => {
    expect(flowsInHandler(`
      const first = args.a as unknown
      const second = first!
      const third = <string>second satisfies string
      execSync('ls ' + third)`)).toEqual(["a > execSync('ls ' + third)"])
  })

  it('replace what a variable held', () => {
    expect(flowsInHandler(`
      let name = args.a
      execSync('ls ' + name)
      name = 'notes'
      execSync('cat ' + name)`)).toEqual(["a > execSync('ls ' + name)"])
  })

  it('replace in the other direction too', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      execSync('cat ' + name)
      name = args.b
      execSync('ls ' + name)`)).toEqual(["b > execSync('ls ' + name)"])
  })

  it('append with +=', () => {
    expect(flowsInHandler(`
      let command = 'git log'
      execSync(command)
      command += ' ' + args.a
      execSync(command)`)).toEqual(['a > execSync(command)'])
  })

  it('fill in what is missing with ??= and ||=', () => {
    expect(flowsInHandler(`
      let first: string | undefined
      first ??= args.a
      execSync('ls ' + first)
      let second = ''
      second ||= args.b
      execSync('ls ' + second)`)).toEqual(["a > execSync('ls ' + first)", "b > execSync('ls ' + second)"])
  })

  it('have the assigned value', () => {
    expect(flowsInHandler(`
      let name
      execSync('ls ' + (name = args.a))`)).toEqual(["a > execSync('ls ' + (name = args.a))"])
  })

  it('swap through a pattern', () => {
    expect(flowsInHandler(`
      let tainted = args.a
      let clean = 'notes';
      [tainted, clean] = [clean, tainted]
      execSync('ls ' + tainted)
      execSync('cat ' + clean)`)).toEqual(["a > execSync('cat ' + clean)"])
  })
})

describe('destructuring', () => {
  it('tells the fields apart', () => {
    expect(flowsInHandler(`
      const { a, n, options: { name: renamed, size } } = args
      execSync('ls ' + a)
      execSync('ls ' + n)
      execSync('cat ' + renamed)
      execSync('cat ' + size)`)).toEqual(["a > execSync('ls ' + a)", "options.name > execSync('cat ' + renamed)"])
  })

  it('keeps what the rest pattern did not take', () => {
    expect(flowsInHandler(`
      const { a, ...rest } = args
      execSync('ls ' + rest.b)
      execSync('ls ' + rest.n)`)).toEqual(["b > execSync('ls ' + rest.b)"])
  })

  it('follows a default and what it stands in for', () => {
    expect(flowsInHandler(`
      const { inner: { name = args.a } } = args.options
      execSync('ls ' + name)
      const [first = 'notes', second] = args.list
      execSync('cat ' + first)
      execSync('cat ' + second)`)).toEqual([
      "options.inner.name > execSync('ls ' + name)",
      "list.* > execSync('cat ' + first)",
      "list.* > execSync('cat ' + second)",
    ])
  })

  it('takes a computed key that is a constant', () => {
    expect(flowsInHandler(`
      const KEY = 'b'
      const { [KEY]: value } = args
      execSync('ls ' + value)
      execSync('cat ' + args[KEY])`)).toEqual(["b > execSync('ls ' + value)", "b > execSync('cat ' + args[KEY])"])
  })

  it('of parameters, with defaults', () => {
    expect(flowsIn(`
      const run = ({ name = 'notes', flags: [flag] = [] }: { name?: string; flags?: string[] } = {}) => {
        execSync('ls ' + name)
        execSync('cat ' + flag)
      }
      server.tool('run', { a: z.string(), b: z.string() }, async ({ a, b }) => { run({ name: a, flags: [b] }) })
    `)).toEqual(["a > execSync('ls ' + name)", "b > execSync('cat ' + flag)"])
  })
})

describe('objects', () => {
  it('keep their fields apart', () => {
    expect(flowsInHandler(`
      const job = { program: 'ls', target: args.a, nested: { flag: args.b, level: 1 } }
      execSync(job.program)
      execSync('ls ' + job.target)
      execSync('ls ' + job.nested.flag)
      execSync('ls ' + job.nested.level)`)).toEqual([
      "a > execSync('ls ' + job.target)", "b > execSync('ls ' + job.nested.flag)",
    ])
  })

  it('are replaced field by field', () => {
    expect(flowsInHandler(`
      const job = { target: args.a, other: args.b }
      job.target = 'notes'
      execSync('ls ' + job.target)
      execSync('ls ' + job.other)`)).toEqual(["b > execSync('ls ' + job.other)"])
  })

  it('are the same thing under two names', () => {
    expect(flowsInHandler(`
      const job = { target: 'notes' }
      const alias = job
      alias.target = args.a
      execSync('ls ' + job.target)`)).toEqual(["a > execSync('ls ' + job.target)"])
  })

  it('are spread, later fields over earlier ones', () => {
    expect(flowsInHandler(`
      const over = { ...args, a: 'notes' }
      execSync('ls ' + over.a)
      execSync('ls ' + over.b)
      const under = { a: 'notes', ...args }
      execSync('cat ' + under.a)
      const known = { target: args.a, ...{ target: 'notes' } }
      execSync('head ' + known.target)`)).toEqual(["b > execSync('ls ' + over.b)", "a > execSync('cat ' + under.a)"])
  })

  it('are merged by Object.assign', () => {
    expect(flowsInHandler(`
      const job = Object.assign({ target: 'notes', level: 1 }, { target: args.a })
      execSync('ls ' + job.target)
      execSync('ls ' + job.level)`)).toEqual(["a > execSync('ls ' + job.target)"])
  })

  it('have getters and methods that see their fields', () => {
    expect(flowsInHandler(`
      const job = { target: args.a, command() { return 'ls ' + this.target }, get safe() { return 'ls' } }
      execSync(job.command())
      execSync(job.safe)`)).toEqual(['a > execSync(job.command())'])
  })

  it('are written by a function that is given them', () => {
    expect(flowsIn(`
      function fill(job: { target: string }, value: string) { job.target = value }
      server.tool('run', { a: z.string() }, async ({ a }) => {
        const job = { target: 'notes' }
        execSync('cat ' + job.target)
        fill(job, a)
        execSync('ls ' + job.target)
      })`)).toEqual(["a > execSync('ls ' + job.target)"])
  })

  it('are read by a name that is only known when running', () => {
    expect(flowsInHandler(`
      const job: Record<string, string> = { target: args.a, other: 'notes' }
      for (const key of Object.keys(job)) execSync('ls ' + job[key])`)).toEqual(["a > execSync('ls ' + job[key])"])
  })
})
