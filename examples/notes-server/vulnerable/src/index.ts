#!/usr/bin/env node
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { registerCalculate } from './calculate.js'
import { createArchiveServer } from './low-level.js'
import { registerDatabase } from './database.js'
import { registerFetch } from './fetch.js'
import { registerGit } from './git.js'
import { registerNotes } from './notes.js'

function createNotesServer(): McpServer {
  const server = new McpServer({ name: 'notes-server', version: '1.0.0' })
  registerNotes(server)
  registerGit(server)
  registerDatabase(server)
  registerFetch(server)
  registerCalculate(server)
  return server
}

// `notes-server --archive` serves the archive instead of the live notes.
const server = process.argv.includes('--archive') ? createArchiveServer() : createNotesServer()
await server.connect(new StdioServerTransport())
console.error('notes-server is ready', process.env) // expect: no-secret-logging
