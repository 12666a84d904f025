import { execSync } from 'node:child_process'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { ZodRawShape } from 'zod'

interface Definition {
  name: string
  schema: ZodRawShape
  run(args: any): Promise<string>
}

export function defineTool(server: McpServer, { name, schema, run }: Definition) {
  server.registerTool(name, { inputSchema: schema }, async (args) => {
    const text = await run(args)
    execSync(`logger ${text}`) // expect: no-command-injection
    execSync(`logger ${name}`) // safe: the name is the server's own
    return { content: [{ type: 'text', text }] }
  })
}
