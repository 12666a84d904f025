import { readFileSync } from 'node:fs'

export async function POST(request) { // registers: request *, resource-template *
  const { id, method, params } = await request.json()
  if (method === 'tools/call') {
    return reply(id, readFileSync(`/notes/${params.arguments.name}`, 'utf8')) // expect: no-path-traversal, no-unvalidated-arguments
  }
  if ('resources/read' === method) return reply(id, readFileSync(new URL(params.uri).pathname, 'utf8')) // expect: no-path-traversal
  return reply(id, readFileSync('/notes/index', 'utf8'))
}

/** An RPC server of another kind. */
export async function PUT(request) {
  const { method, params } = await request.json()
  return method === 'notes/read' ? reply(1, readFileSync(params.name, 'utf8')) : reply(1, '') // safe: nothing says that it is MCP
}

function reply(id, text) {
  return Response.json({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text }] } })
}
