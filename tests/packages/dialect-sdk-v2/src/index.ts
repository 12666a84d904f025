import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { acceptedContent, completable, fromJsonSchema, inputResponse, McpServer, ResourceTemplate, Server } from '@modelcontextprotocol/server'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { z } from 'zod'

const server = new McpServer({ name: 'git', version: '2.0.0' })

server.registerTool('log', { inputSchema: z.object({ ref: z.string() }) }, async ({ ref }, ctx) => { // registers: tool log
  execSync(`git log ${ref}`) // expect: no-command-injection
  execSync(`git log --author=${ctx.http?.authInfo?.clientId}`) // safe: a verified identity
  execSync(`git log --author=${ctx.http?.req.headers.get('x-user')}`) // expect: no-command-injection
  execSync(`git log --author=${ctx.mcpReq._meta?.author}`) // expect: no-command-injection
  return { content: [] }
})
server.registerTool('deploy', { description: 'Deploys' }, async (ctx) => { // registers: tool deploy
  const state = JSON.parse(ctx.mcpReq.requestState() ?? '{}')
  execSync(`deploy ${state.target}`) // expect: no-command-injection
  const answer = acceptedContent(ctx.mcpReq.inputResponses, 'target')
  execSync(`deploy ${answer?.target}`) // expect: no-command-injection
  const parsed = acceptedContent(ctx.mcpReq.inputResponses, 'target', z.object({ target: z.enum(['test', 'live']) }))
  execSync(`deploy ${parsed?.target}`) // safe: one of two
  execSync(`deploy ${inputResponse(ctx.mcpReq.inputResponses, 'target')?.content.target}`) // expect: no-command-injection
  const asked = await ctx.mcpReq.elicitInput({ message: 'Where to?', requestedSchema: { type: 'object', properties: {} } })
  execSync(`deploy ${asked.content.target}`) // expect: no-command-injection
  return { content: [] }
})
server.registerTool('remote', { inputSchema: fromJsonSchema({ type: 'object', properties: { url: { type: 'string' } } }) }, async ({ url }) => { // registers: tool remote
  execFileSync('git', ['ls-remote', '--end-of-options', url])
  return { content: [] }
})
server.registerPrompt('review', { argsSchema: z.object({ note: completable(z.string(), (value) => [readFileSync(`/notes/${value}`, 'utf8')]) }) }, async ({ note }) => ({ // registers: prompt review, completion * // expect: no-path-traversal
  messages: [{ role: 'user', content: { type: 'text', text: readFileSync(`/notes/${note}`, 'utf8') } }], // expect: no-path-traversal
}))
server.registerResource('note', new ResourceTemplate('notes://{+name}', { list: undefined }), {}, async (uri, { name }) => ({ // registers: resource-template note
  contents: [{ uri: uri.href, text: readFileSync(`/notes/${name}`, 'utf8') }], // expect: no-path-traversal
}))

// With a hook that verifies it, the state is the server's own.
const signed = new McpServer({ name: 'signed', version: '2.0.0' }, { requestState: { verify: (state: string) => state } })
signed.registerTool('resume', {}, async (ctx) => { // registers: tool resume
  execSync(`deploy ${ctx.mcpReq.requestState()}`) // safe: verified
  return { content: [] }
})

const low = new Server({ name: 'low', version: '2.0.0' }, { capabilities: { tools: {} } })
low.setRequestHandler('tools/list', async () => ({ tools: [{ name: 'log', inputSchema: { type: 'object' } }] })) // registers: tool-listing *
low.setRequestHandler('tools/call', async (request, ctx) => { // registers: request *
  execSync(`git log ${request.params.arguments?.ref}`) // expect: no-command-injection, no-unvalidated-arguments
  execSync(`git log --author=${ctx.http?.authInfo?.clientId}`)
  return { content: [] }
})
low.setRequestHandler('resources/read', async (request) => ({ // registers: resource-template *
  contents: [{ uri: request.params.uri, text: readFileSync(request.params.uri, 'utf8') }], // expect: no-path-traversal
}))
low.setRequestHandler('acme/search', { params: z.object({ text: z.string(), limit: z.number() }) }, async (params) => { // registers: method acme/search
  execSync(`git log -n ${params.limit}`) // safe: a number
  execSync(`git grep ${params.text}`) // expect: no-command-injection
  return {}
})
low.setNotificationHandler('notifications/roots/list_changed', async () => {}) // registers: notification notifications/roots/list_changed
low.fallbackRequestHandler = async (request) => { // registers: method *
  execSync(`acme ${request.params?.command}`) // expect: no-command-injection
  return {}
}

serveStdio(() => server)
