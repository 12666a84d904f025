import { randomUUID } from 'node:crypto'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

/** An answer to a call that succeeded. */
export function reply(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] }
}

/** Logs what went wrong and answers with a fixed text and an id by which support finds the log line. */
export function failed(tool: string, error: unknown): CallToolResult {
  const id = randomUUID()
  console.error(JSON.stringify({ event: 'tool-failed', id, tool, error: String(error) }))
  return { content: [{ type: 'text', text: `The call failed (error ${id}).` }], isError: true }
}

/** Logs a call that was not let through and answers with a fixed text. */
export function refused(tool: string, reason: 'rate-limit' | 'not-permitted'): CallToolResult {
  const id = randomUUID()
  console.error(JSON.stringify({ event: 'tool-refused', id, tool, reason }))
  return { content: [{ type: 'text', text: `The call was refused: ${reason} (error ${id}).` }], isError: true }
}
