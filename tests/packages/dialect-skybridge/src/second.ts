import { readFileSync } from 'node:fs'
import { Skybridge } from 'skybridge/server'
import { z } from 'zod'

/** In the form of version 2. */
export default new Skybridge({
  handler: (server) => {
    server.registerTool({ name: 'read_note', inputSchema: { file: z.string() } }, async ({ file }) => // registers: tool read_note
      ({ content: [{ type: 'text', text: readFileSync(`/srv/${file}`, 'utf8') }] })) // expect: no-path-traversal
  },
})
