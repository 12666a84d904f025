#!/usr/bin/env node
import process from 'node:process'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { describeConfig, readConfig } from './config.js'
import { createServer } from './server.js'

const USAGE = `Usage: workbench-server [--folder <folder>] [--database <file>] [--read-only]

  --folder     where files are kept; the only folder that tools read and write
  --database   the SQLite file
  --read-only  offer no tool that changes anything
`

interface Flags {
  folder?: string
  database?: string
  readOnly: boolean
  help: boolean
}

function readFlags(words: readonly string[]): Flags {
  const flags: Flags = { readOnly: false, help: false }
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    switch (word) {
      case '--folder':
        flags.folder = words[(at += 1)]
        break
      case '--database':
        flags.database = words[(at += 1)]
        break
      case '--read-only':
        flags.readOnly = true
        break
      case '--help':
      case '-h':
        flags.help = true
        break
      default:
        throw new Error(`Unknown option ${word}`)
    }
  }
  return flags
}

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2))
  if (flags.help) {
    process.stderr.write(USAGE)
    return
  }
  const config = readConfig(process.env, flags)
  const server = createServer(config)
  process.stderr.write(`workbench-server: ${describeConfig(config)}\n`)
  await server.connect(new StdioServerTransport())
  process.once('SIGINT', () => {
    void server.close().then(() => process.exit(0))
  })
}

main().catch((error: unknown) => {
  process.stderr.write(`workbench-server: ${error instanceof Error ? error.message : 'cannot start'}\n`)
  process.exitCode = 1
})
