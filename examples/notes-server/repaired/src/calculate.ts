import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { takeCall } from './rate-limit.js'
import { refused, reply } from './results.js'

const OPERATIONS = {
  '+': (left: number, right: number) => left + right,
  '-': (left: number, right: number) => left - right,
  '*': (left: number, right: number) => left * right,
  '/': (left: number, right: number) => left / right,
}

export function registerCalculate(server: McpServer): void {
  server.registerTool(
    'calculate',
    {
      title: 'Calculate',
      description: 'Calculates with two numbers of a note.',
      inputSchema: { left: z.number(), operator: z.enum(['+', '-', '*', '/']), right: z.number() },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    async ({ left, operator, right }) => {
      if (!takeCall('calculate')) return refused('calculate', 'rate-limit')
      return reply(String(OPERATIONS[operator](left, right)))
    },
  )
}
