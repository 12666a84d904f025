import { randomUUID } from 'node:crypto'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

export type Reason = 'rate-limit' | 'not-permitted'

/** An answer to a call that succeeded. */
export function reply(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] }
}

/** Logs what went wrong and answers with a fixed text and an id by which support finds the log line. */
export function failed(tool: string, error: unknown): CallToolResult {
  return { content: [{ type: 'text', text: logFailure(tool, error) }], isError: true }
}

/** Logs a call that was not let through and answers with a fixed text. */
export function refused(tool: string, reason: Reason): CallToolResult {
  return { content: [{ type: 'text', text: logRefusal(tool, reason) }], isError: true }
}

/** `failed` for what answers with content only, such as a resource: an error to throw. */
export function failure(resource: string, error: unknown): Error {
  return new Error(logFailure(resource, error))
}

/** `refused` likewise. */
export function refusal(resource: string, reason: Reason): Error {
  return new Error(logRefusal(resource, reason))
}

function logFailure(name: string, error: unknown): string {
  const id = randomUUID()
  console.error(JSON.stringify({ event: 'call-failed', id, name, error: String(error) }))
  return `The call failed (error ${id}).`
}

function logRefusal(name: string, reason: Reason): string {
  const id = randomUUID()
  console.error(JSON.stringify({ event: 'call-refused', id, name, reason }))
  return `The call was refused: ${reason} (error ${id}).`
}
