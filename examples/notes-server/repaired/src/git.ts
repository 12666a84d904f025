import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { config } from './config.js'
import { takeCall } from './rate-limit.js'
import { failed, refused, reply } from './results.js'

const runFile = promisify(execFile)
const OPTIONS = { cwd: config.notesDir, timeout: 10_000 }

const HOOKS = {
  collect: ['gc', '--auto'],
  verify: ['fsck', '--no-progress'],
} as const

/** A branch, tag or commit: never empty, never an option, no `..` range. */
const Ref = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][\w/-]*(?:\.[\w/-]+)*$/)

const FileName = z
  .string()
  .max(200)
  .regex(/^\w[\w ./-]*$/)

export function registerGit(server: McpServer): void {
  server.tool(
    'git_log',
    'Shows the history of a branch, a tag or a commit.',
    { ref: Ref.describe('Branch, tag or commit'), limit: z.number().int().max(100).default(20) },
    { readOnlyHint: true, openWorldHint: false },
    async ({ ref, limit }) => {
      if (!takeCall('git_log')) return refused('git_log', 'rate-limit')
      try {
        const args = ['log', '--oneline', '-n', String(limit), '--end-of-options', ref, '--']
        const { stdout } = await runFile('git', args, OPTIONS)
        return reply(stdout)
      } catch (error) {
        return failed('git_log', error)
      }
    },
  )

  server.tool(
    'git_recent',
    'Shows the latest commits.',
    { limit: z.number().int().min(1).max(100) },
    { readOnlyHint: true, openWorldHint: false },
    async ({ limit }) => {
      if (!takeCall('git_recent')) return refused('git_recent', 'rate-limit')
      try {
        const { stdout } = await runFile('git', ['log', '--oneline', '-n', String(limit)], OPTIONS)
        return reply(stdout)
      } catch (error) {
        return failed('git_recent', error)
      }
    },
  )

  server.tool(
    'git_grep',
    'Searches the committed notes for a text.',
    { pattern: z.string().min(1).max(200), ref: Ref.default('HEAD') },
    { readOnlyHint: true, openWorldHint: false },
    async ({ pattern, ref }) => {
      if (!takeCall('git_grep')) return refused('git_grep', 'rate-limit')
      try {
        return reply(await runGit(['grep', '-n', '--fixed-strings', '-e', pattern, ref, '--']))
      } catch (error) {
        return failed('git_grep', error)
      }
    },
  )

  server.tool(
    'git_commit',
    'Commits all changes.',
    { message: z.string().min(1).max(2_000) },
    { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    async ({ message }) => {
      if (!takeCall('git_commit')) return refused('git_commit', 'rate-limit')
      try {
        const parts = ['commit', '--all']
        parts.push(`--message=${message}`)
        const { stdout } = await runFile('git', parts, OPTIONS)
        return reply(stdout)
      } catch (error) {
        return failed('git_commit', error)
      }
    },
  )

  server.tool(
    'git_diff',
    'Shows what changed in a file since a commit.',
    { since: Ref, file: FileName },
    { readOnlyHint: true, openWorldHint: false },
    async ({ since, file }) => {
      if (!takeCall('git_diff')) return refused('git_diff', 'rate-limit')
      try {
        const { stdout } = await runFile('git', ['diff', '--end-of-options', since, '--', file], OPTIONS)
        return reply(stdout)
      } catch (error) {
        return failed('git_diff', error)
      }
    },
  )

  server.tool(
    'git_show',
    'Shows a commit and its changes.',
    { ref: Ref.default('HEAD') },
    { readOnlyHint: true, openWorldHint: false },
    async ({ ref }) => {
      if (!takeCall('git_show')) return refused('git_show', 'rate-limit')
      try {
        const { stdout } = await runFile('git', ['show', '--end-of-options', ref, '--'], OPTIONS)
        return reply(stdout)
      } catch (error) {
        return failed('git_show', error)
      }
    },
  )

  server.tool(
    'git_status',
    'Shows which notes are not committed yet.',
    {},
    { readOnlyHint: true, openWorldHint: false },
    async () => {
      if (!takeCall('git_status')) return refused('git_status', 'rate-limit')
      try {
        const { stdout } = await runFile('git', ['status', '--short'], OPTIONS)
        return reply(stdout)
      } catch (error) {
        return failed('git_status', error)
      }
    },
  )

  server.tool(
    'run_hook',
    'Runs a maintenance command in the repository.',
    { hook: z.enum(['collect', 'verify']) },
    { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    async ({ hook }) => {
      if (!takeCall('run_hook')) return refused('run_hook', 'rate-limit')
      try {
        const { stdout } = await runFile('git', [...HOOKS[hook]], OPTIONS)
        return reply(stdout)
      } catch (error) {
        return failed('run_hook', error)
      }
    },
  )
}

async function runGit(args: string[]): Promise<string> {
  const { stdout } = await runFile('git', args, OPTIONS)
  return stdout
}
