import { describe, expect, it } from 'vitest'
import { analyzeText } from '../../support/analyze-text.ts'

const LOW_LEVEL = `import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { ListToolsRequestSchema, ToolSchema } from '@modelcontextprotocol/sdk/types.js'
const server = new Server({ name: 'tools', version: '1.0.0' }, { capabilities: { tools: {} } })
`
const HIGH_LEVEL = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({ name: 'tools', version: '1.0.0' })
const handler = async () => ({ content: [] })
`

function listed(code: string): (string | undefined)[] {
  return analyzeText(`${LOW_LEVEL}${code}`).listedTools.map(({ name }) => name)
}

function registered(code: string, header = HIGH_LEVEL): (string | undefined)[] {
  return analyzeText(`${header}${code}`).registrations.map(({ registration }) => registration.name)
}

/** As many as a large server has, and more than are told apart in one value. */
const TWENTY = Array.from({ length: 20 }, (_, index) => `{ name: 'tool_${index}', safe: ${index % 2 === 0} }`).join(', ')
const TWENTY_NAMES = Array.from({ length: 20 }, (_, index) => `tool_${index}`)

describe('the names in a list of tools', () => {
  it('are known where a condition may leave some out', () => {
    expect(listed(`const all = [${TWENTY}]
      server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: all.filter((tool) => tool.safe || process.env.ALL) }))`))
      .toEqual(TWENTY_NAMES)
  })

  it('are known where each tool is made anew from a filtered list', () => {
    expect(listed(`const shown = [${TWENTY}].filter((tool) => allowed.has(tool.name)).map((tool) => ({ ...tool, annotations: {} }))
      server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: shown }))`)).toEqual(TWENTY_NAMES)
  })

  it('are known in a table whose keys are computed', () => {
    expect(listed(`const called = (name: string) => (process.env.PREFIX ? process.env.PREFIX + name : name)
      const tools = { [called('log')]: { name: called('log') }, [called('show')]: { name: called('show') } }
      server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: Object.values(tools) }))`)).toEqual(['log', 'show'])
  })

  it("are known where the SDK's schema checked the tool", () => {
    expect(listed(`const log = ToolSchema.parse({ name: 'log', inputSchema: { type: 'object' } })
      server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [log] }))`)).toEqual(['log'])
  })

  it('are known in a registry to which another tool is only added sometimes', () => {
    expect(listed(`const registry: { name: string }[] = []
      registry.push({ name: 'log' })
      if (process.env.DEBUG) registry.push({ name: 'trace' })
      server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: registry.map((tool) => ({ name: tool.name })) }))`))
      .toEqual(['log', 'trace'])
  })

  it('are unknown where they come from elsewhere', () => {
    expect(listed('server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: process.env.NAME }] }))'))
      .toEqual([undefined])
  })
})

describe('the names of registrations', () => {
  it('are those of a filtered list, one by one', () => {
    expect(registered(`const chosen = [${TWENTY}].filter((tool) => process.env[tool.name])
      for (const tool of chosen) server.registerTool(tool.name, {}, handler)`)).toEqual(TWENTY_NAMES)
  })

  it('are the default where the environment may give another', () => {
    expect(registered('server.registerTool(`${process.env.PREFIX ?? "git"}_log`, {}, handler)')).toEqual(['git_log'])
  })

  it('are unknown where nothing of them is known', () => {
    expect(registered('server.registerTool(process.env.NAME, {}, handler)')).toEqual([undefined])
    expect(registered('server.registerTool(`git_${process.env.NAME}`, {}, handler)')).toEqual([undefined])
  })

  it('are those that the callers of a helper give, though nothing calls these', () => {
    expect(registered(`
      function add(target: McpServer, name: string, run: () => Promise<never>) { target.registerTool(name, {}, run) }
      export function createServer() {
        const own = new McpServer({ name: 'own', version: '1.0.0' })
        add(own, 'log', handler)
        add(own, 'show', handler)
        return own
      }`)).toEqual(['log', 'show'])
  })

  it('are found on the server of a package that has MCP in its name, and on that of no other', () => {
    const use = `const server = new TunnelServer()
      export { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
      server.registerTool('log', {}, async () => ({ content: [] }))
      server.tool('show', async () => ({ content: [] }))`
    expect(registered(use, "import { TunnelServer } from '@acme/mcp-tunnel'\n")).toEqual(['log'])
    expect(registered(use, "import { TunnelServer } from '@acme/tunnel'\n")).toEqual([])
  })
})
