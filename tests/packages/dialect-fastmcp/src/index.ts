import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { FastMCP } from 'fastmcp'
import { z } from 'zod'
import { tools } from './tools.js'

const server = new FastMCP({ name: 'git', version: '1.0.0', authenticate: async () => ({ user: 'a' }) })

server.addTool({ // registers: tool log
  name: 'log', description: 'Shows the log', parameters: z.object({ ref: z.string() }), annotations: { readOnlyHint: true },
  canAccess: (session) => execSync(`id ${session.user}`).length > 0, // safe: the verified identity
  execute: async ({ ref }, { session, elicit, client }) => {
    execSync(`git log --author=${session.user}`)
    execSync(`git log --grep=${client.version.name}`) // expect: no-command-injection
    const { content } = await elicit('Which folder?', { type: 'object', properties: {} })
    execSync(`git log -- ${content.folder}`) // expect: no-command-injection
    return execSync(`git log ${ref}`).toString() // expect: no-command-injection
  },
})
server.addTool({ // registers: tool status
  name: 'status', description: 'Shows the state', execute: async () => execSync('git status').toString(),
})
server.addTools(tools) // registers: tool show, tool blame
server.addResource({ // registers: resource readme
  uri: 'notes://readme', name: 'readme', mimeType: 'text/plain',
  load: async (auth) => ({ text: readFileSync(`/homes/${auth.user}/readme`, 'utf8') }), // safe: the first parameter is the identity
})
server.addResourceTemplate({ // registers: resource-template note
  uriTemplate: 'notes://{name}', name: 'note',
  arguments: [{ name: 'name', complete: async (value) => ({ values: [readFileSync(`/notes/${value}`, 'utf8')] }) }], // expect: no-path-traversal
  load: async ({ name }, auth) => ({ text: readFileSync(`/homes/${auth.user}/${name}`, 'utf8') }), // expect: no-path-traversal
})
server.addPrompt({ // registers: prompt review
  name: 'review', arguments: [{ name: 'note', required: true }],
  load: async ({ note }) => readFileSync(`/notes/${note}`, 'utf8'), // expect: no-path-traversal
})
await server.start({ transportType: 'stdio' })

execFileSync('git', ['--version'])
