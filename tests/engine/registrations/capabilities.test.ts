import { describe, expect, it } from 'vitest'
import { analyzeText } from '../../support/analyze-text.ts'

function capabilities(body: string): readonly string[] | undefined {
  const [use] = analyzeText(`import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
    import { execFile } from 'node:child_process'
    import { readFile, writeFile } from 'node:fs/promises'
    const server = new McpServer({ name: 'tools', version: '1.0.0' })
    server.registerTool('act', {}, async () => { ${body}; return { content: [] } })`).registrations
  return use?.capabilities
}

describe('what a handler can do', () => {
  it('is what the calls on its way do', () => {
    expect(capabilities("execFile('git', ['log']); await readFile('notes.md'); await writeFile('out.md', '')"))
      .toEqual(['executes', 'reads-files', 'writes-files'])
    expect(capabilities("await fetch('https://example.com')")).toEqual(['network'])
    expect(capabilities('return { content: [] }')).toEqual([])
  })

  it('is not to run code where the author wrote it: a timer, a module by its name', () => {
    expect(capabilities("setTimeout(() => {}, 10); await import('node:os')")).toEqual([])
    expect(capabilities('eval(process.env.CODE)')).toEqual(['executes'])
  })
})

describe('the handlers of a registration', () => {
  it('are the functions that run, with their places', () => {
    const [use] = analyzeText(`import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const server = new McpServer({ name: 'tools', version: '1.0.0' })
async function act() { return { content: [] } }
server.registerTool('act', {}, act)`).registrations
    expect(use?.handlers.map(({ name, line }) => ({ name, line }))).toEqual([{ name: 'act', line: 3 }])
  })
})
