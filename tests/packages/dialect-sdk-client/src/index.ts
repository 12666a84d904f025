import { exec, execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { CreateMessageRequestSchema, ElicitRequestSchema, ListRootsRequestSchema, ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js'

const client = new Client({ name: 'desk', version: '1.0.0' }, { capabilities: { sampling: {}, elicitation: {}, roots: {} } })

// To a client the server is the stranger.
client.setRequestHandler(CreateMessageRequestSchema, async (request) => { // registers: client-request sampling/createMessage
  exec(`llm ${request.params.messages[0].content.text}`) // expect: no-command-injection
  return { model: 'local', role: 'assistant', content: { type: 'text', text: '' } }
})
client.setRequestHandler(ElicitRequestSchema, async ({ params }) => { // registers: client-request elicitation/create
  exec(`open ${params.url}`) // expect: no-command-injection
  return { action: 'accept' }
})
client.setRequestHandler(ListRootsRequestSchema, async () => ({ roots: [] })) // registers: client-request roots/list
client.setNotificationHandler(ToolListChangedNotificationSchema, async () => { // registers: notification *
  const { tools } = await client.listTools()
  for (const tool of tools) await writeFile(`cache/${tool.name}.json`, '{}') // expect: no-path-traversal
})

export async function run(name: string) {
  const result = await client.callTool({ name })
  exec(result.structuredContent.command) // expect: require-command-allowlist
  const { contents } = await client.readResource({ uri: 'notes://index' })
  execFile('wc', ['--', contents[0].text]) // safe: an argument of its own
}
