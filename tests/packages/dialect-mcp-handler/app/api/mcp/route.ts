import { execFileSync, execSync } from 'node:child_process'
import { createMcpHandler, withMcpAuth } from 'mcp-handler'
import { z } from 'zod'

const handler = createMcpHandler(
  (server) => {
    server.registerTool('log', { inputSchema: { ref: z.string() } }, async ({ ref }, extra) => { // registers: tool log
      execSync(`git log --author=${extra.authInfo?.clientId}`) // safe: a verified identity
      execSync(`git log ${ref}`) // expect: no-command-injection
      return { content: [] }
    })
    server.tool('show', 'Shows a commit', { ref: z.string() }, async ({ ref }) => { // registers: tool show
      execFileSync('git', ['show', '--end-of-options', ref]) // safe: an argument of its own
      return { content: [] }
    })
  },
  {},
  { basePath: '/api' },
)

const guarded = withMcpAuth(handler, async () => undefined, { required: true })
export { guarded as GET, guarded as POST }
