#!/usr/bin/env node
import { run } from './cli/run.ts'

// `secure-mcp … | head` closes the pipe before the report is written; that is the reader's choice, not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), process)
