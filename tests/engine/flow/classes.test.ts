import { describe, expect, it } from 'vitest'
import { flowsIn, flowsInHandler } from '../../support/flows-in.ts'

describe('classes', () => {
  it('keep what their constructor is given', () => {
    expect(flowsInHandler(`
      new Job(args.a, 'notes').run()
      new Job('notes', 'notes').run()`, `
      class Job {
        private readonly other: string
        constructor(private readonly name: string, other: string) { this.other = other }
        run() { execSync('ls ' + this.name); execSync('cat ' + this.other) }
      }`)).toEqual(["a > execSync('ls ' + this.name)"])
  })

  it('have initialisers, static members and private fields', () => {
    expect(flowsInHandler(`
      new Job().run(args.a)
      Job.list(args.b)`, `
      class Job {
        static readonly program = 'ls '
        #name = 'notes'
        command = 'cat ' + this.#name
        run(name: string) { execSync(this.command); this.#name = name; execSync(Job.program + this.#name) }
        static list(name: string) { execSync(this.program + name) }
      }`)).toEqual(['a > execSync(Job.program + this.#name)', 'b > execSync(this.program + name)'])
  })

  it('inherit and override methods', () => {
    expect(flowsInHandler(`
      new Cat().run(args.a)
      new Safe().run(args.b)`, `
      abstract class Job {
        abstract command(name: string): string
        run(name: string) { execSync(this.command(name)) }
      }
      class Cat extends Job { command(name: string) { return 'cat ' + name } }
      class Safe extends Job { command(name: string) { return 'ls' } }`)).toEqual(['a > execSync(this.command(name))'])
  })

  it('call what they inherit', () => {
    expect(flowsInHandler('new Loud(args.a).start()', `
      class Job {
        constructor(protected name: string) {}
        run() { execSync('ls ' + this.name) }
      }
      class Loud extends Job {
        constructor(name: string) { super(name + '!') }
        start() { super.run() }
      }`)).toEqual(["a > execSync('ls ' + this.name)"])
  })

  it('have getters, setters and arrow properties', () => {
    expect(flowsInHandler(`
      const job = new Job()
      job.target = args.a
      const { run } = job
      run()`, `
      class Job {
        private name = 'notes'
        get target() { return 'ls ' + this.name }
        set target(value: string) { this.name = value }
        run = () => { execSync(this.target) }
      }`)).toEqual(['a > execSync(this.target)'])
  })

  it('may be passed as instances', () => {
    expect(flowsIn(`
      class Shell { run(command: string) { return execSync(command) } }
      class Git {
        constructor(private readonly shell: Shell) {}
        log(ref: string) { return this.shell.run('git log ' + ref) }
        status() { return this.shell.run('git status') }
      }
      const git = new Git(new Shell())
      server.tool('log', { ref: z.string() }, async ({ ref }) => { git.log(ref); git.status() })`)).toEqual([
      'ref > execSync(command)',
    ])
  })

  it('that nothing makes are followed by the type of a parameter', () => {
    expect(flowsIn(`
      class Shell { run(command: string) { return execSync(command) } }
      export function register(shell: Shell) {
        server.tool('log', { ref: z.string() }, async ({ ref }) => { shell.run('git log ' + ref) })
      }`)).toEqual(['ref > execSync(command)'])
  })

  it('register their own methods', () => {
    expect(flowsIn(`
      export class Tools {
        private readonly mcp = new McpServer({ name: 'x', version: '1.0.0' })
        constructor() { this.register() }
        private register() {
          this.mcp.tool('a', { ref: z.string() }, this.log)
          this.mcp.tool('b', { level: z.enum(['x', 'y']) }, this.level.bind(this))
        }
        private log = async ({ ref }: { ref: string }) => { execSync('git log ' + ref) }
        private async level({ level }: { level: string }) { execSync('git log ' + level) }
      }`)).toEqual(["ref > execSync('git log ' + ref)"])
  })
})

describe('accessors', () => {
  it('of a class run when they are read and written', () => {
    expect(flowsInHandler(`
      const job = new Job()
      job.target = args.a
      job.quiet = args.b
      execSync(job.command)`, `
      class Job {
        #name = 'notes'
        set target(value: string) { this.#name = value.trim(); this.#list(value) }
        set quiet(value: string) {}
        get command() { return 'cat ' + this.#name }
        #list(name: string) { execSync('ls ' + name) }
      }`)).toEqual(["a > execSync('ls ' + name)", 'a > execSync(job.command)'])
  })

  it('of an object run when they are read and written', () => {
    expect(flowsInHandler(`
      const job = {
        name: args.a,
        get command() { return 'cat ' + this.name },
        set target(value: string) { execSync('ls ' + value) },
      }
      execSync(job.command)
      job.target = args.b`)).toEqual(["b > execSync('ls ' + value)", 'a > execSync(job.command)'])
  })
})

describe('namespaces and enums', () => {
  it('are objects of what they export', () => {
    expect(flowsInHandler(`
      Git.log(args.a)
      Git.Remote.fetch(args.b)
      execSync(Command.Date)`, `
      enum Command { Date = 'date', List = 'ls ' }
      namespace Git {
        const program = 'git '
        export function log(ref: string) { execSync(program + ref) }
        export namespace Remote { export const fetch = (name: string) => { execSync(Command.List + name) } }
      }`)).toEqual(['a > execSync(program + ref)', 'b > execSync(Command.List + name)'])
  })
})
