import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { unpackBelow, unpackInto } from './archives.ts'
import { listFiles, runScript } from './containers.ts'
import { showBranch, showTag } from './history.ts'
import { readNote } from './notes.ts'

const server = new McpServer({ name: 'libraries', version: '1.0.0' })

server.registerTool('unpack', { inputSchema: { archive: z.uuid() } }, async ({ archive }) => {
  unpackInto(`/srv/uploads/${archive}.zip`)
  unpackBelow(`/srv/uploads/${archive}.zip`)
  return { content: [] }
})

server.registerTool('read_note', { inputSchema: { file: z.string() } }, async ({ file }) => readNote(file))

server.registerTool('show', { inputSchema: { branch: z.string(), tag: z.string() } }, async ({ branch, tag }) => {
  showBranch({ branch })
  showTag({ tag })
  return { content: [] }
})

server.registerTool('in_container', { inputSchema: { folder: z.string(), script: z.string() } }, async ({ folder, script }) => {
  await listFiles(folder)
  await runScript(script)
  return { content: [] }
})
