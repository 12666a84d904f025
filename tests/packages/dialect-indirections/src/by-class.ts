import { execFileSync, execSync } from 'node:child_process'
import { z } from 'zod'

abstract class Tool {
  abstract name: string
  abstract schema: z.ZodRawShape
  abstract run(args: any): unknown

  register(server: any) {
    server.registerTool(this.name, { inputSchema: this.schema }, this.run.bind(this)) // registers: tool clone, tool update
  }
}

class CloneTool extends Tool {
  name = 'clone'
  schema = { url: z.string() }
  run({ url }: { url: string }) {
    return execSync(`git clone ${url}`) // expect: no-command-injection
  }
}

class UpdateTool extends Tool {
  name = 'update'
  schema = { remote: z.string() }
  run({ remote }: { remote: string }) {
    return execFileSync('git', ['fetch', '--', remote]) // safe: an argument of its own
  }
}

/** The server has no type here. */
export function registerByClass(server: any) {
  for (const tool of [new CloneTool(), new UpdateTool()]) tool.register(server)
}
