import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { LiteMCP } from 'litemcp'
import { z } from 'zod'

const server = new LiteMCP('notes', '1.0.0')

server.addTool({ // registers: tool search
  name: 'search',
  description: 'Searches the notes',
  parameters: z.object({ words: z.string() }),
  execute: async ({ words }) => {
    execFileSync('grep', ['--', words]) // safe: an argument list
    return execSync(`grep ${words} notes.txt`).toString() // expect: no-command-injection
  },
})

server.addPrompt({ // registers: prompt review
  name: 'review',
  arguments: [{ name: 'file' }],
  load: async ({ file }) => readFileSync(`/srv/${file}`, 'utf8'), // expect: no-path-traversal
})

server.start()
