import { exec } from 'node:child_process'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { Command } from 'commander'
import * as drill from 'drill'
import express from 'express'
import { createServer } from 'rest-server'
import { z } from 'zod'
import { Toolbox } from './toolbox.js'

const program = new Command()
program.tool('run', 'Runs', async (command: string) => exec(command)) // safe: no tool of a server
program.prompt('name', async (answer: string) => exec(`greet ${answer}`))
drill.tool('bore', { depth: z.number() }, async ({ depth }: any) => exec(`bore ${depth}`))
drill.registerTool('bore', { inputSchema: { depth: z.string() } }, async ({ depth }: any) => exec(`bore ${depth}`))

const app = express()
app.tool('run', async (request: any) => exec(request.command))
app.resource('notes', '/notes/:id', async (request: any) => exec(`cat ${request.id}`))
const server = createServer()
server.resource('notes', 'notes://x', async (request: any) => exec(`cat ${request.id}`))
server.setRequestHandler('notes', async (request: any) => exec(`cat ${request.params.arguments.id}`))

new Toolbox().tool('saw', async (length: string) => exec(`saw ${length}`))

/** Nobody calls it, so that the parameter may be anything. */
export function mount(router: any, ui: any) {
  router.resource('notes', '/notes', async (request: any) => exec(`cat ${request.id}`))
  ui.prompt('Name?', async (answer: string) => exec(`greet ${answer}`))
  ui.tool('brush', async (size: string) => exec(`paint ${size}`))
}

const mcp = new McpServer({ name: 'real', version: '1.0.0' })
mcp.tool('log', { ref: z.string() }, async ({ ref }) => { // registers: tool log
  exec(`git log ${ref}`) // expect: no-command-injection
  return { content: [] }
})
