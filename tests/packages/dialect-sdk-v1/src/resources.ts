import { readFileSync, readdirSync } from 'node:fs'
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'

const notes = new ResourceTemplate('notes://{folder}/{+name}', {
  list: async (extra) => {
    readdirSync(`/notes/${extra._meta?.folder}`) // expect: no-path-traversal
    return { resources: [] }
  },
  complete: {
    folder: (value) => readdirSync('/notes').filter((name) => name.startsWith(value)),
    name: (value, context) => readdirSync(`/notes/${context?.arguments?.folder}`), // expect: no-path-traversal
  },
})

export function registerResources(server: McpServer) {
  server.resource('readme', 'notes://readme', async (uri) => { // registers: resource readme
    return { contents: [{ uri: uri.href, text: readFileSync(`/notes${uri.pathname}`, 'utf8') }] } // safe: the URI that was registered
  })
  server.resource('index', 'notes://index', { mimeType: 'text/plain' }, async (uri) => { // registers: resource index
    return { contents: [{ uri: uri.href, text: readFileSync('/notes/index', 'utf8') }] }
  })
  server.registerResource('note', notes, { title: 'Note' }, async (uri, { name }) => { // registers: resource-template note
    return { contents: [{ uri: uri.href, text: readFileSync(`/notes/${name}`, 'utf8') }] } // expect: no-path-traversal
  })
  server.resource('page', new ResourceTemplate('pages://{page}', { list: undefined }), async (uri) => { // registers: resource-template page
    return { contents: [{ uri: uri.href, text: readFileSync(uri.pathname, 'utf8') }] } // expect: no-path-traversal
  })
}
