import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

export function registerCalculate(server: McpServer): void {
  server.registerTool(
    'calculate',
    {
      title: 'Calculate',
      description: 'Calculates a formula of a note.',
      inputSchema: { formula: z.string().describe('Formula, such as 2 * 21') },
    },
    async ({ formula }) => {
      const value: unknown = new Function(`return ${formula}`)() // expect: no-code-injection
      return { content: [{ type: 'text', text: String(value) }] }
    },
  )
}
