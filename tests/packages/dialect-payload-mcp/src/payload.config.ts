import { readFileSync } from 'node:fs'
import { mcpPlugin } from '@payloadcms/plugin-mcp'
import { buildConfig } from 'payload'
import { z } from 'zod'

export default buildConfig({
  plugins: [
    mcpPlugin({
      collections: {},
      mcp: {
        tools: [
          { // registers: tool read_note
            name: 'read_note',
            description: 'Reads a note',
            parameters: { file: z.string(), kind: z.enum(['md', 'txt']) },
            handler: async ({ file, kind }, req) => {
              req.payload.logger.info(readFileSync(`/srv/index.${kind}`, 'utf8')) // safe: one of two words
              return { content: [{ type: 'text', text: readFileSync(`/srv/${file}`, 'utf8') }] } // expect: no-path-traversal
            },
          },
        ],
        prompts: [
          { // registers: prompt review
            name: 'review',
            title: 'Review',
            argsSchema: { file: z.string() },
            handler: ({ file }) => ({ messages: [{ role: 'user', content: { type: 'text', text: readFileSync(file, 'utf8') } }] }), // expect: no-path-traversal
          },
        ],
      },
    }),
  ],
})
