import { execSync } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

/** Counts calls, and leaves the rest to the SDK. */
export class WatchedServer extends McpServer {
  calls = 0

  override registerTool(name: string, config: any, handler: any) {
    return super.registerTool(name, config, async (args: any, extra: any) => { // registers: tool push
      this.calls += 1
      return handler(args, extra)
    })
  }

  start() {
    this.registerTool('push', { inputSchema: { remote: z.string() } }, async ({ remote }: { remote: string }) => {
      execSync(`git push ${remote}`) // expect: no-command-injection
      return { content: [] }
    })
  }
}
