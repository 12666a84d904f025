import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { services } from './services.js'

const server = new McpServer({ name: 'notes', version: '1.0.0' })
const text = (value: string) => ({ content: [{ type: 'text' as const, text: value }] })

server.tool('search', { word: z.string() }, async ({ word }) => text(services.get('search').find(word)))
server.tool('count', { word: z.string() }, async ({ word }) => text(services.get('search').count(word)))
server.tool('open', { name: z.string() }, async ({ name }) => text(await services.get('files').read(name)))
