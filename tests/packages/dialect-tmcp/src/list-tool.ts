import { readdirSync } from 'node:fs'
import { defineTool } from 'tmcp/tool'
import { z } from 'zod'

export const listTool = defineTool( // registers: tool list
  { name: 'list', description: 'Lists a folder', schema: z.object({ folder: z.string() }) },
  ({ folder }) => readdirSync(`/srv/${folder}`), // expect: no-path-traversal
)
