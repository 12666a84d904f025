import { readFileSync } from 'node:fs'
import { ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { defineMcpResource } from '#imports'

export default defineMcpResource({ // registers: resource-template note
  name: 'note',
  uri: new ResourceTemplate('notes://{+path}', { list: undefined }),
  handler: async (uri: URL, { path }: { path: string }) => ({ contents: [{ uri: uri.href, text: readFileSync(`/srv/${path}`, 'utf8') }] }), // expect: no-path-traversal
})
