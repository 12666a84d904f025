import { execSync } from 'node:child_process'
import { MCPTool } from 'mcp-framework'

/** What the tools of this server extend: it has no name of its own and is no tool. */
export abstract class GitTool<Input extends Record<string, unknown>> extends MCPTool<Input> {
  protected run(command: string): string {
    return execSync(`git ${command}`).toString() // expect: no-command-injection
  }
}
