import { exec, execFile, execSync, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'

const REPOSITORY = process.env.NOTES_DIR ?? 'notes'
const run = promisify(exec)
const runFile = promisify(execFile)

export function registerGit(server: McpServer): void {
  server.tool(
    'git_log',
    'Shows the history of a branch, a tag or a commit.',
    { ref: z.string().describe('Branch, tag or commit'), limit: z.number().int().max(100).default(20) },
    async ({ ref, limit }) => {
      try {
        const command = `git log --oneline -n ${limit} ${ref}`
        const { stdout } = await run(command, { cwd: REPOSITORY }) // expect: no-command-injection
        return { content: [{ type: 'text', text: stdout }] }
      } catch (error) {
        // The message of a failed command repeats the command line.
        // expect: no-error-details-in-response
        return { content: [{ type: 'text', text: (error as Error).message }], isError: true }
      }
    },
  )

  server.tool(
    'git_recent',
    'Shows the latest commits.',
    { limit: z.number().int().min(1).max(100) },
    async ({ limit }) => {
      const { stdout } = await run(`git log --oneline -n ${limit}`, { cwd: REPOSITORY }) // safe: a number
      return { content: [{ type: 'text', text: stdout }] }
    },
  )

  server.tool(
    'git_grep',
    'Searches the committed notes for a text.',
    { pattern: z.string(), ref: z.string().default('HEAD') },
    async ({ pattern, ref }) => {
      const text = runGit(`grep -n "${pattern.replace(/"/g, '\\"')}" ${ref}`)
      return { content: [{ type: 'text', text }] }
    },
  )

  server.tool(
    'git_commit',
    'Commits all changes.',
    { message: z.string().min(1) },
    async ({ message }) => {
      const parts = ['git', 'commit', '--all']
      parts.push('-m', `"${message}"`)
      const { stdout } = await run(parts.join(' '), { cwd: REPOSITORY }) // expect: no-command-injection
      return { content: [{ type: 'text', text: stdout }] }
    },
  )

  server.tool(
    'git_diff',
    'Shows what changed in a file since a commit.',
    { since: z.string(), file: z.string() },
    async ({ since, file }) => {
      // expect: no-command-injection
      const child = spawn('git', ['diff', since, '--', file], { cwd: REPOSITORY, shell: true })
      let text = ''
      for await (const chunk of child.stdout) text += chunk
      return { content: [{ type: 'text', text }] }
    },
  )

  server.tool(
    'git_show',
    'Shows a commit and its changes.',
    { ref: z.string().default('HEAD') },
    async ({ ref }) => {
      const { stdout } = await runFile('git', ['show', ref], { cwd: REPOSITORY }) // expect: no-argument-injection
      return { content: [{ type: 'text', text: stdout }] }
    },
  )

  server.tool(
    'git_status',
    'Shows which notes are not committed yet.',
    async () => {
      const { stdout } = await runFile('git', ['status', '--short'], { cwd: REPOSITORY }) // safe: all constant
      return { content: [{ type: 'text', text: stdout }] }
    },
  )

  server.tool(
    'run_hook',
    'Runs a maintenance program in the repository.',
    { program: z.string().describe('Program to run, such as git-gc') },
    async ({ program }) => {
      const { stdout } = await runFile(program, [], { cwd: REPOSITORY }) // expect: require-command-allowlist
      return { content: [{ type: 'text', text: stdout }] }
    },
  )
}

function runGit(args: string): string {
  return execSync('git ' + args, { cwd: REPOSITORY, encoding: 'utf8' }) // expect: no-command-injection
}
