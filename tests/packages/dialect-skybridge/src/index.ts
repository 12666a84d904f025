import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { McpServer } from 'skybridge/server'
import { z } from 'zod'

export const server = new McpServer({ name: 'notes', version: '1.0.0' }, { capabilities: {} })
  .registerWidget('board', {}, { description: 'Shows a board', inputSchema: { file: z.string() } }, async ({ file }) => // registers: tool board
    ({ content: [{ type: 'text', text: readFileSync(`/srv/${file}`, 'utf8') }] })) // expect: no-path-traversal

server.registerTool('search', { description: 'Searches', inputSchema: { words: z.string() } }, async ({ words }) => { // registers: tool search
  execFileSync('grep', ['--', words]) // safe: an argument list
  return { content: [{ type: 'text', text: execSync(`grep ${words} notes.txt`).toString() }] } // expect: no-command-injection
})
