import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { createTool, defineTool } from './define-tool.js'

const note = createTool('note')

const tools = [
  defineTool({ name: 'fetch', schema: { remote: z.string() }, run: ({ remote }) => execSync(`git fetch ${remote}`) }), // expect: no-command-injection
  defineTool({ name: 'prune', schema: { remote: z.string() }, run: ({ remote }) => execFileSync('git', ['remote', 'prune', '--', remote]) }),
  note('read', { schema: { name: z.string() }, run: ({ name }) => readFileSync(`/notes/${name}`) }), // expect: no-path-traversal
]
const more = {
  stash: { config: { description: 'Stashes', inputSchema: { message: z.string() } }, handler: async ({ message }: any) => execSync(`git stash -m ${message}`) }, // expect: no-command-injection
  pop: { config: { inputSchema: {} }, handler: async () => execSync('git stash pop') }, // safe: a constant
}
const byName = new Map([['merge', async ({ branch }: any) => execSync(`git merge ${branch}`)]]) // expect: no-command-injection

export function registerByTable(server: McpServer) {
  for (const tool of tools) server.tool(tool.name, tool.schema, async (args) => tool.run(args)) // registers: tool fetch, tool prune, tool note_read
  Object.entries(more).forEach(([name, { config, handler }]) => {
    server.registerTool(name, { ...config, annotations: {} }, handler) // registers: tool stash, tool pop
  })
  for (const [name, handler] of byName) server.registerTool(name, { inputSchema: { branch: z.string() } }, handler) // registers: tool merge
}
