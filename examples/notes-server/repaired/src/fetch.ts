import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { config } from './config.js'
import { takeCall } from './rate-limit.js'
import { failed, failure, refusal, refused, reply } from './results.js'

const CLOUD_URL = 'https://sync.notes-cloud.dev/v1/notes'
const PAGE_HOSTS = new Set(['en.wikipedia.org', 'developer.mozilla.org'])
const TIMEOUT_MS = 10_000

const CloudId = z
  .string()
  .max(40)
  .regex(/^[a-z\d]+$/)

export function registerFetch(server: McpServer): void {
  server.registerTool(
    'import_page',
    {
      title: 'Import page',
      description: 'Fetches a page of a known site to keep it as a note.',
      inputSchema: { url: z.string().url().max(2_000) },
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ url }) => {
      if (!takeCall('import_page')) return refused('import_page', 'rate-limit')
      try {
        const page = new URL(url)
        if (page.protocol !== 'https:' || !PAGE_HOSTS.has(page.host)) return refused('import_page', 'not-permitted')
        const response = await fetch(page, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
        return reply(await response.text())
      } catch (error) {
        return failed('import_page', error)
      }
    },
  )

  server.registerTool(
    'read_issue',
    {
      title: 'Read issue',
      description: 'Fetches the issue that a note refers to.',
      inputSchema: {
        repository: z
          .string()
          .max(140)
          .regex(/^[\w-]+$/),
        number: z.number().int().positive(),
      },
      annotations: { readOnlyHint: true, openWorldHint: true },
    },
    async ({ repository, number }) => {
      if (!takeCall('read_issue')) return refused('read_issue', 'rate-limit')
      try {
        const address = `https://api.github.com/repos/notes-cloud/${encodeURIComponent(repository)}/issues/${number}`
        const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) })
        return reply(await response.text())
      } catch (error) {
        return failed('read_issue', error)
      }
    },
  )

  server.registerTool(
    'sync_note',
    {
      title: 'Sync note',
      description: 'Sends one note to the cloud.',
      inputSchema: {
        name: z.string().max(200),
        text: z.string().max(100_000),
        labels: z.array(z.string().max(50)).max(10),
      },
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
    },
    async ({ name, text, labels }) => {
      if (!takeCall('sync_note')) return refused('sync_note', 'rate-limit')
      try {
        const headers = { authorization: `Bearer ${config.cloudApiKey}`, 'content-type': 'application/json' }
        const body = JSON.stringify({ name, text, labels })
        const signal = AbortSignal.timeout(TIMEOUT_MS)
        const response = await fetch(CLOUD_URL, { method: 'POST', headers, body, signal })
        if (!response.ok) return failed('sync_note', new Error(`The service answered ${response.status}`))
        return reply('Synced the note.')
      } catch (error) {
        return failed('sync_note', error)
      }
    },
  )

  server.registerResource(
    'cloud-note',
    new ResourceTemplate('cloud://notes/{id}', { list: undefined }),
    { title: 'Note in the cloud', description: 'A note as the cloud has it.' },
    async (uri, variables) => {
      if (!takeCall('cloud-note')) throw refusal('cloud-note', 'rate-limit')
      try {
        const id = CloudId.parse(variables.id)
        const headers = { authorization: `Bearer ${config.cloudApiKey}` }
        const signal = AbortSignal.timeout(TIMEOUT_MS)
        const response = await fetch(`${CLOUD_URL}/${id}`, { headers, signal })
        return { contents: [{ uri: uri.href, text: await response.text() }] }
      } catch (error) {
        throw failure('cloud-note', error)
      }
    },
  )
}
