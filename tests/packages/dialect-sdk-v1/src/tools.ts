import { execFileSync, execSync } from 'node:child_process'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { TOOLS } from './names.js'

const READ_ONLY = { readOnlyHint: true }
const Ref = z.object({ ref: z.string() })

function git(command: string): { content: { type: 'text', text: string }[] } {
  return { content: [{ type: 'text', text: execSync(command).toString() }] } // expect: no-command-injection
}

/** The six ways in which the old method takes its arguments. */
export function registerOld(server: McpServer) {
  server.tool('ping', async () => git('git --version')) // registers: tool ping
  server.tool('status', 'Says what changed', async () => git('git status')) // registers: tool status
  server.tool('log', { ref: z.string() }, async ({ ref }) => git(`git log ${ref}`)) // registers: tool log
  server.tool('root', 'Shows the root', READ_ONLY, async (extra) => git(`git log ${extra.sessionId}`)) // registers: tool root
  server.tool('show', { ref: z.string() }, READ_ONLY, async ({ ref }) => { // registers: tool show
    execFileSync('git', ['show', '--end-of-options', ref]) // safe: one argument, behind the end of the options
    return { content: [] }
  })
  server.tool(TOOLS.diff, 'Compares', Ref.shape, { title: 'Diff' }, async ({ ref }) => git(`git diff ${ref}`)) // registers: tool diff
  server.tool('empty', {}, async (args, extra) => git(`git log ${extra.authInfo.clientId}`)) // registers: tool empty
}

export function registerNew(server: McpServer, prefix: string) {
  server.registerTool('blame', { // registers: tool blame
    title: 'Blame', description: 'Says who wrote it', inputSchema: { file: z.string() }, annotations: READ_ONLY,
  }, async (args, extra) => {
    if (extra.authInfo?.clientId === undefined) throw new Error('no')
    return git(`git blame ${args.file}`)
  })
  server.registerTool(`git_${'tag'}`, { inputSchema: Ref }, async ({ ref }) => git(`git tag ${ref}`)) // registers: tool git_tag
  server.registerTool(`${prefix}_stash`, {}, async () => git('git stash')) // registers: tool git_stash
  server.registerTool('who', {}, async (extra) => git(`git log --author=${extra.requestInfo?.headers['x-user']}`)) // registers: tool who
  server.registerTool('meta', { inputSchema: Ref }, async (_args, { _meta, sessionId }) => { // registers: tool meta
    execSync(`git log ${_meta?.ref}`) // expect: no-command-injection
    execSync(`git log ${sessionId}`) // expect: no-command-injection
    return { content: [] }
  })
  server.registerTool('mine', { inputSchema: Ref }, async (_args, { authInfo }) => { // registers: tool mine
    execSync(`git log --author=${authInfo?.clientId}`) // safe: a verified identity
    return { content: [] }
  })
}
