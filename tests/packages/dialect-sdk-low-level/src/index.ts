import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import {
  CallToolRequestSchema, CompleteRequestSchema, GetPromptRequestSchema, InitializeRequestSchema, ListPromptsRequestSchema,
  ListResourcesRequestSchema, ListResourceTemplatesRequestSchema, ListToolsRequestSchema, PingRequestSchema, ReadResourceRequestSchema,
  RequestSchema, RootsListChangedNotificationSchema, SetLevelRequestSchema, SubscribeRequestSchema, UnsubscribeRequestSchema,
} from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { dispatch } from './dispatch.js'

const server = new Server({ name: 'git', version: '1.0.0' }, { capabilities: { tools: {} } })

server.setRequestHandler(ListToolsRequestSchema, async (request) => { // registers: tool-listing *
  execSync(`echo ${request.params?.cursor}`) // expect: no-command-injection
  return { tools: [{ name: 'log', inputSchema: { type: 'object' } }] }
})
server.setRequestHandler(CallToolRequestSchema, async (request, extra) => { // registers: request *
  execSync(`git log --author=${extra._meta?.author}`) // expect: no-command-injection
  execSync(`git log --author=${extra.authInfo?.clientId}`) // safe: a verified identity
  execSync(`git log ${request.params._meta?.ref}`) // expect: no-command-injection
  return dispatch(request.params.name, request.params.arguments ?? {})
})
server.setRequestHandler(ListResourcesRequestSchema, async () => ({ resources: [] })) // registers: listing *
server.setRequestHandler(ListResourceTemplatesRequestSchema, async () => ({ resourceTemplates: [] })) // registers: listing *
server.setRequestHandler(ListPromptsRequestSchema, async () => ({ prompts: [] })) // registers: listing *
server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => { // registers: resource-template *
  return { contents: [{ uri, text: readFileSync(new URL(uri).pathname, 'utf8') }] } // expect: no-path-traversal
})
server.setRequestHandler(SubscribeRequestSchema, async (request) => { // registers: subscription *
  execSync(`watch ${request.params.uri}`) // expect: no-command-injection
  return {}
})
server.setRequestHandler(UnsubscribeRequestSchema, async () => ({})) // registers: subscription *
server.setRequestHandler(GetPromptRequestSchema, async (request) => { // registers: prompt *
  if (request.params.name !== 'review') throw new Error('Unknown prompt')
  const text = readFileSync(`/notes/${request.params.arguments?.note}`, 'utf8') // expect: no-path-traversal
  return { messages: [{ role: 'user', content: { type: 'text', text } }] }
})
server.setRequestHandler(CompleteRequestSchema, async ({ params }) => { // registers: completion *
  readFileSync(`/notes/${params.argument.value}`) // expect: no-path-traversal
  readFileSync(`/notes/${params.context?.arguments?.folder}`) // expect: no-path-traversal
  return { completion: { values: [] } }
})
server.setRequestHandler(SetLevelRequestSchema, async ({ params }) => { // registers: method logging/setLevel
  execFileSync('logger', ['-p', params.level, '--', 'changed']) // safe: an argument of its own
  return {}
})
server.setRequestHandler(InitializeRequestSchema, async ({ params }) => { // registers: method initialize
  execSync(`logger ${params.clientInfo.name}`) // expect: no-command-injection
  return { protocolVersion: '2025-06-18', capabilities: {}, serverInfo: { name: 'git', version: '1.0.0' } }
})
server.setRequestHandler(PingRequestSchema, async () => ({})) // registers: method ping

const Search = z.object({ method: z.literal('acme/search'), params: z.object({ text: z.string(), limit: z.number() }) })
server.setRequestHandler(Search, async ({ params }) => { // registers: method acme/search
  execSync(`git log -n ${params.limit}`) // safe: a number
  execSync(`git grep ${params.text}`) // expect: no-command-injection
  return {}
})
server.setRequestHandler(RequestSchema.extend({ method: z.literal('acme/find') }), async ({ params }) => { // registers: method acme/find
  void params
  return {}
})
server.setNotificationHandler(RootsListChangedNotificationSchema, async () => { // registers: notification *
  const { roots } = await server.listRoots()
  execSync(`ls ${roots[0]?.uri}`) // safe: a folder that the user of the client grants
})
server.setNotificationHandler(z.object({ method: z.literal('notifications/acme') }), async ({ params }) => { // registers: notification notifications/acme
  execSync(`ls ${params.folder}`) // expect: no-command-injection
})
server.fallbackRequestHandler = async (request) => { // registers: method *
  execSync(`acme ${request.params?.command}`) // expect: no-command-injection
  return {}
}

const high = new McpServer({ name: 'both', version: '1.0.0' })
high.server.setRequestHandler(ReadResourceRequestSchema, async (request) => { // registers: resource-template *
  const { content } = await high.server.elicitInput({ message: 'Which folder?', requestedSchema: { type: 'object', properties: {} } })
  readFileSync(`/notes/${content?.folder}`) // expect: no-path-traversal
  const sampled = await high.server.createMessage({ messages: [], maxTokens: 10 })
  execSync(sampled.content.text) // expect: require-command-allowlist
  return { contents: [{ uri: request.params.uri, text: high.server.getClientVersion()?.name ?? '' }] }
})
