import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { type McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

const Ref = z.object({ ref: z.string(), depth: z.number() })

/** What a registration returns takes another handler later on. */
export function registerHandles(server: McpServer) {
  const log = server.registerTool('log_all', { inputSchema: Ref }, async () => ({ content: [] })) // registers: tool log_all
  log.update({ // registers: tool log_all
    callback: async ({ ref, depth }) => {
      execSync(`git log -n ${depth}`) // safe: a number
      execSync(`git log ${ref}`) // expect: no-command-injection
      return { content: [] }
    },
  })
  log.update({ description: 'Shows everything' })
  const find = server.tool('find', async () => ({ content: [] })) // registers: tool find
  find.update({ name: 'search', paramsSchema: { text: z.string() }, callback: async ({ text }) => { // registers: tool search
    execSync(`git grep ${text}`) // expect: no-command-injection
    return { content: [] }
  } })
  const ask = server.registerPrompt('ask', {}, async () => ({ messages: [] })) // registers: prompt ask
  ask.update({ argsSchema: { note: z.string() }, callback: async ({ note }) => { // registers: prompt ask
    readFileSync(`/notes/${note}`) // expect: no-path-traversal
    return { messages: [] }
  } })
  const file = server.registerResource('file', 'notes://file', {}, async () => ({ contents: [] })) // registers: resource file
  file.update({ template: new ResourceTemplate('notes://{+file}', { list: undefined }), callback: async (uri, variables) => { // registers: resource-template file
    readFileSync(`/notes/${variables.file}`) // expect: no-path-traversal
    return { contents: [] }
  } })
  server.experimental.tasks.registerToolTask('clone', { inputSchema: { url: z.string() }, execution: { taskSupport: 'required' } }, { // registers: tool clone
    createTask: async ({ url }, extra) => {
      execSync(`git clone ${url}`) // expect: no-command-injection
      return { task: await extra.taskStore.createTask({ ttl: 1000 }) }
    },
    getTask: async ({ url }, extra) => {
      execFileSync('git', ['ls-remote', '--end-of-options', url]) // safe: one argument, behind the end of the options
      return extra.taskStore.getTask(extra.taskId)
    },
    getTaskResult: async ({ url }) => {
      execSync(`git -C ${url} status`) // expect: no-command-injection
      return { content: [] }
    },
  })
}
