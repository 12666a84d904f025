import { execSync } from 'node:child_process'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { type ZodRawShape, z } from 'zod'
import { git, gitSafely, withErrors } from './git.js'

const NAMES = { show: 'git_show', tag: 'git_tag' } as const
const Ref = z.object({ ref: z.string() })

/** A config object that is handed on twice. */
function define(server: McpServer, config: { name: string, description: string, shape: ZodRawShape, run: (args: any) => any }) {
  const { name, shape, run, ...rest } = config
  const add = (title: string) => server.registerTool(name, { title, inputSchema: shape, ...rest }, withErrors(run)) // registers: tool blame, tool grep
  add(name.toUpperCase())
}

export function registerByHelper(server: McpServer) {
  const tool = (name: string, description: string, shape: ZodRawShape, run: (args: any) => any) =>
    server.registerTool(name, { description, inputSchema: shape }, async (args) => run(args)) // registers: tool git_log, tool git_show, tool git_tag

  tool('git_log', 'Shows the log', { ref: z.string() }, ({ ref }) => git(`log ${ref}`))
  tool(NAMES.show, 'Shows a commit', Ref.shape, ({ ref }) => gitSafely(ref))
  tool(NAMES['tag'], 'Shows a tag', Ref.shape, (args) => git(`tag ${Ref.parse(args).ref}`))
  define(server, { name: 'blame', description: 'Says who wrote it', shape: { file: z.string() }, run: ({ file }) => git(`blame ${file}`) })
  define(server, { name: 'grep', description: 'Searches', shape: { text: z.string() }, run: ({ text }) => gitSafely(text) })

  // The arguments lie one level deeper.
  server.tool('nested', 'Shows a range', { params: z.object({ from: z.string(), to: z.string() }) }, async ({ params }) => { // registers: tool nested
    execSync(`git log ${params.from}..${params.to}`) // expect: no-command-injection
    return { content: [] }
  })
}
