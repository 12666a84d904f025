import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { registerAppResource, registerAppTool } from '@modelcontextprotocol/ext-apps/server'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

const server = new McpServer({ name: 'charts', version: '1.0.0' })
const VIEW = 'ui://charts/view.html'

registerAppTool(server, 'draw', { // registers: tool draw
  description: 'Draws a chart', inputSchema: { title: z.string(), width: z.number() }, _meta: { ui: { resourceUri: VIEW } },
}, async ({ title, width }, extra) => {
  execFileSync('plot', ['--', title]) // safe: an argument of its own
  execSync(`plot --width ${width}`) // safe: a number
  execSync(`plot --for ${extra._meta?.theme}`) // expect: no-command-injection
  execSync(`plot --title ${title}`) // expect: no-command-injection
  return { content: [] }
})
registerAppResource(server, 'view', VIEW, {}, async (uri) => ({ // registers: resource view
  contents: [{ uri: uri.href, mimeType: 'text/html;profile=mcp-app', text: readFileSync(`views${uri.pathname}`, 'utf8') }],
}))
