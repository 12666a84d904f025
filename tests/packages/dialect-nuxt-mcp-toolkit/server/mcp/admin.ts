import { rmSync } from 'node:fs'
import { defineMcpHandler, defineMcpTool } from '@nuxtjs/mcp-toolkit/server'
import { z } from 'zod'

const removeNote = defineMcpTool({ // registers: tool remove_note
  name: 'remove_note',
  inputSchema: { file: z.string() },
  handler: async ({ file }) => rmSync(`/srv/${file}`), // expect: no-path-traversal
})

export default defineMcpHandler({ name: 'admin', tools: [removeNote] })
