import { randomUUID } from 'node:crypto'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

/** An error whose message may be shown to the client. */
export class UserError extends Error {
  readonly code: 'not-found' | 'refused' | 'conflict'

  constructor(code: UserError['code'], message: string) {
    super(message)
    this.name = 'UserError'
    this.code = code
  }
}

export function textResult(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] }
}

export function jsonResult(value: unknown): CallToolResult {
  return textResult(JSON.stringify(value, null, 2))
}

export function listResult(lines: readonly string[], empty: string): CallToolResult {
  return textResult(lines.length === 0 ? empty : lines.join('\n'))
}

/** Runs what a tool does; what it throws becomes an answer, with an id in place of what the client must not see. */
export async function answer(work: () => Promise<CallToolResult> | CallToolResult): Promise<CallToolResult> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError) return { ...textResult(`${error.code}: ${error.message}`), isError: true }
    const id = randomUUID()
    console.error(`workbench-server: internal error ${id}`)
    return { ...textResult(`Something went wrong (${id}).`), isError: true }
  }
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly next: number | undefined
}

export function pageOf<T>(all: readonly T[], start: number, size: number): Page<T> {
  const first = Math.max(0, Math.trunc(start))
  const items = all.slice(first, first + size)
  const after = first + items.length
  return { items, total: all.length, next: after < all.length ? after : undefined }
}

export function describePage<T>(page: Page<T>, line: (item: T) => string): string {
  const lines = page.items.map(line)
  if (page.next !== undefined) lines.push(`… ${page.total - page.next} more; ask again with start ${page.next}`)
  return lines.join('\n')
}
