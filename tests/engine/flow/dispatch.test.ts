import { describe, expect, it } from 'vitest'
import { flowsIn, flowsInHandler } from '../../support/flows-in.ts'

const LOW_LEVEL = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
const low = new Server({ name: 'low', version: '1.0.0' }, { capabilities: { tools: {} } })
`

describe('functions in containers', () => {
  it('are followed through an object, an array and a map', () => {
    expect(flowsInHandler(`
      jobs.list(args.a)
      jobs[args.options.name](args.a)
      queue[0](args.b)
      for (const job of [(name: string) => { execSync('tail ' + name) }]) job(args.b)
      table.get(args.options.name)!(args.a)`, `
      const jobs: Record<string, (name: string) => void> = {
        list: (name) => { execSync('ls ' + name) },
        show(name) { execSync('cat ' + name) },
        date: () => { execSync('date') },
      }
      const queue = [(name: string) => { execSync('head ' + name) }]
      const table = new Map<string, (name: string) => void>([['wc', (name) => { execSync('wc ' + name) }]])`)).toEqual([
      "a > execSync('ls ' + name)", "a > execSync('cat ' + name)", "b > execSync('head ' + name)",
      "a > execSync('wc ' + name)", "b > execSync('tail ' + name)",
    ])
  })

  it('are followed when they were put there later', () => {
    expect(flowsInHandler(`
      table.get('x')!(args.a)
      jobs.y!(args.b)`, `
      const table = new Map<string, (name: string) => void>()
      function register(key: string, job: (name: string) => void) { table.set(key, job) }
      register('x', (name) => { execSync('ls ' + name) })
      const jobs: Record<string, (name: string) => void> = {}
      jobs.y = (name) => { execSync('cat ' + name) }`)).toEqual([
      "a > execSync('ls ' + name)", "b > execSync('cat ' + name)",
    ])
  })

  it('are found by a search', () => {
    expect(flowsInHandler(`
      const tool = tools.find((item) => item.name === args.b)
      await tool?.execute({ ref: args.a })`, `
      const tools = [
        { name: 'log', execute: async ({ ref }: { ref: string }) => { execSync('git log ' + ref) } },
        { name: 'date', execute: async () => { execSync('date') } },
      ]`)).toEqual(["a > execSync('git log ' + ref)"])
  })

  it('are registered in a loop', () => {
    expect(flowsIn(`
      const log = {
        name: 'log', shape: { ref: z.string() }, run: async ({ ref }: { ref: string }) => execSync('git log ' + ref),
      }
      const level = {
        name: 'level', shape: { of: z.enum(['x', 'y']) }, run: async ({ of }: any) => execSync('git log ' + of),
      }
      for (const tool of [log, level]) server.tool(tool.name, tool.shape, tool.run)`)).toEqual([
      "ref > execSync('git log ' + ref)",
    ])
  })
})

describe('dispatch on the name of the tool', () => {
  it('by switch', () => {
    expect(flowsIn(`${LOW_LEVEL}
      low.setRequestHandler(CallToolRequestSchema, async (request) => {
        const { name, arguments: input } = request.params
        switch (name) {
          case 'log': return log(input)
          case 'date': return execSync('date')
          default: throw new Error('Unknown tool ' + name)
        }
      })
      function log(input: any) { return execSync('git log ' + input.ref) }`)).toEqual([
      "ref > execSync('git log ' + input.ref)",
    ])
  })

  it('by a chain of ifs', () => {
    expect(flowsIn(`${LOW_LEVEL}
      low.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
        if (params.name === 'log') { execSync('git log ' + params.arguments?.ref); return {} }
        else if (params.name === 'show') execSync('git show ' + params.arguments!['id'])
        return {}
      })`)).toEqual([
      "ref > execSync('git log ' + params.arguments?.ref)", "id > execSync('git show ' + params.arguments!['id'])",
    ])
  })

  it('by a table', () => {
    expect(flowsIn(`${LOW_LEVEL}
      const handlers: Record<string, (input: any) => unknown> = {
        log: ({ ref }) => execSync('git log ' + ref), date: () => execSync('date'),
      }
      low.setRequestHandler(CallToolRequestSchema, async (request) => {
        const handler = handlers[request.params.name]
        if (!handler) throw new Error('Unknown tool')
        return handler(request.params.arguments ?? {})
      })`)).toEqual(["ref > execSync('git log ' + ref)"])
  })

  it('parses what it hands on', () => {
    expect(flowsIn(`${LOW_LEVEL}
      const Log = z.object({ ref: z.string(), level: z.enum(['x', 'y']) })
      low.setRequestHandler(CallToolRequestSchema, async (request) => {
        const input = Log.parse(request.params.arguments)
        execSync('git log ' + input.ref)
        execSync('git log ' + input.level)
        const safe = Log.safeParse(request.params.arguments)
        if (!safe.success) throw safe.error
        execSync('git show ' + safe.data.ref)
        execSync('git show ' + safe.data.level)
      })`)).toEqual(["ref > execSync('git log ' + input.ref)", "ref > execSync('git show ' + safe.data.ref)"])
  })
})

describe('functions made in a loop', () => {
  it('keep the variables of their round', () => {
    expect(flowsIn(`
      const tools = [
        { name: 'log', shape: { ref: z.string() }, run: ({ ref }: any) => execSync('git log ' + ref) },
        { name: 'show', shape: { id: z.string() }, run: ({ id }: any) => execSync('git show ' + id) },
        { name: 'status', shape: {}, run: () => execSync('git status') },
      ]
      for (const tool of tools) {
        const { shape } = tool
        server.tool(tool.name, shape, async (args: any) => tool.run(args))
      }`)).toEqual(["ref > execSync('git log ' + ref)", "id > execSync('git show ' + id)"])
  })

  it('keep the keys of theirs', () => {
    expect(flowsIn(`
      const commands: Record<string, (name: string) => void> = {
        list: (name) => { execSync('ls ' + name) },
        date: () => { execSync('date') },
      }
      for (const [key, run] of Object.entries(commands)) server.tool(key, { name: z.string() }, async ({ name }) => { run(name) })
      for (const key in commands) {
        server.tool('do_' + key, { name: z.string() }, async ({ name }) => { if (key === 'date') execSync('date ' + name) })
      }
      for (const outer of ['x', 'y']) {
        for (const inner of ['x', 'y']) {
          server.tool(outer + inner, { name: z.string() }, async ({ name }) => { if (outer !== inner) execSync('head ' + name) })
          server.tool('no_' + outer, { name: z.string() }, async ({ name }) => { if (outer === 'z') execSync('tail ' + name) })
        }
      }`)).toEqual(["name > execSync('ls ' + name)", "name > execSync('date ' + name)", "name > execSync('head ' + name)"])
  })
})
