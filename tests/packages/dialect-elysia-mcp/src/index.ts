import { execFileSync, execSync } from 'node:child_process'
import { Elysia } from 'elysia'
import { mcp } from 'elysia-mcp'
import { z } from 'zod'

export const app = new Elysia().use(mcp({
  serverInfo: { name: 'notes', version: '1.0.0' },
  setupServer: async (server) => {
    server.registerTool('search', { inputSchema: { words: z.string() } }, async ({ words }) => { // registers: tool search
      execFileSync('grep', ['--', words]) // safe: an argument list
      return { content: [{ type: 'text', text: execSync(`grep ${words} notes.txt`).toString() }] } // expect: no-command-injection
    })
  },
}))
