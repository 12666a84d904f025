import { readFileSync } from 'node:fs'
import { MCPServer } from '@mastra/mcp'
import { blame } from './blame.js'
import { history } from './history.js'

export const server = new MCPServer({
  name: 'repository',
  version: '1.0.0',
  tools: { blame, log: history },
  resources: {
    listResources: async () => [],
    getResourceContent: async ({ uri }) => ({ text: readFileSync(uri.replace('notes://', '/srv/'), 'utf8') }), // registers: resource-template * // expect: no-path-traversal
  },
  prompts: {
    listPrompts: async () => [],
    getPromptMessages: async ({ args }) => [readFileSync(`/srv/${args.file}`, 'utf8')], // registers: prompt * // expect: no-path-traversal
  },
})
