import { execFileSync, execSync } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { createMcpHandler, McpAgent } from 'agents/mcp'
import { z } from 'zod'
import { makeServer } from './server.js'

export class Notes extends McpAgent<Env, unknown, { login: string }> {
  server = new McpServer({ name: 'notes', version: '1.0.0' })

  async init() {
    this.server.registerTool('log', { inputSchema: { ref: z.string() } }, async ({ ref }) => { // registers: tool log
      execSync(`git log --author=${this.props.login}`) // safe: a verified identity
      execSync(`git log ${ref}`) // expect: no-command-injection
      return { content: [] }
    })
    this.server.tool('show', { ref: z.string() }, async ({ ref }) => { // registers: tool show
      execFileSync('git', ['show', '--end-of-options', ref]) // safe: an argument of its own
      return { content: [] }
    })
  }
}

export default createMcpHandler(() => makeServer('blame'), { allowedHostnames: ['notes.example.org'] })
