import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import plugin from '../../src/index.ts'

const HEAD = `
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { exec } from 'node:child_process'
const server = new McpServer({ name: 'a', version: '1' })
`

/** The rules and lines of what is reported for code after the head, under settings. */
function lint(settings: object, code: string): string[] {
  const linter = new Linter({ cwd: '/' })
  const messages = linter.verify(HEAD + code, [...plugin.configs.recommended, { settings: { 'secure-mcp': settings } }], '/server.ts')
  return messages.map((message) => `${message.ruleId ?? message.message}:${message.line - HEAD.split('\n').length + 1}`)
}

describe('settings', () => {
  it('declare a server of one\'s own with its methods', () => {
    const code = `import { AcmeServer } from '@acme/mcp'
const acme = new AcmeServer()
acme.addTool('run', 'Runs', { ref: z.string() }, async ({ ref }) => { exec(\`git log \${ref}\`) })`
    expect(lint({}, code)).toEqual([])
    expect(lint({ servers: [{ module: '@acme/mcp', export: 'AcmeServer', methods: { addTool: 'tool' } }] }, code))
      .toEqual(['secure-mcp/no-command-injection:3'])
  })

  it('declare the SDK\'s methods on what a factory returns', () => {
    const code = `import { createServer } from '@acme/mcp'
createServer().registerTool('run', { inputSchema: { ref: z.string() } }, async ({ ref }) => { exec(\`git log \${ref}\`) })`
    expect(lint({ servers: [{ module: '@acme/mcp', export: 'createServer' }] }, code)).toEqual(['secure-mcp/no-command-injection:2'])
  })

  it('declare which argument is the name, the schema and the handler', () => {
    const code = `import { defineTool } from '@acme/mcp'
defineTool('run', { input: { ref: z.string(), depth: z.number() } }, async ({ ref, depth }) => {
  exec(\`git log -n \${depth}\`)
  exec(\`git log \${ref}\`)
})`
    const registers = { name: 0, schema: '1.input', handler: 2 }
    expect(lint({}, code)).toEqual([])
    expect(lint({ servers: [{ module: '@acme/mcp', export: 'defineTool', registers }] }, code))
      .toEqual(['secure-mcp/no-command-injection:4'])
  })

  it('declare a function that takes the arguments of one of the SDK', () => {
    const code = `import addTool from '@acme/mcp/tools'
addTool('run', 'Runs', { ref: z.string() }, async ({ ref }) => { exec(\`git log \${ref}\`) })`
    expect(lint({ servers: [{ module: '@acme/mcp/tools', export: 'default', registers: 'tool' }] }, code))
      .toEqual(['secure-mcp/no-command-injection:2'])
  })

  it('declare the arguments of methods', () => {
    const code = `import { Kit } from '@acme/mcp'
new Kit().prompts.add({ id: 'ask', run: async ({ ref }) => { exec(\`git log \${ref}\`) } })`
    const methods = { add: { kind: 'prompt', name: '0.id', handler: '0.run' } }
    expect(lint({ servers: [{ module: '@acme/mcp', export: 'Kit.prototype.prompts', methods }] }, code))
      .toEqual(['secure-mcp/no-command-injection:2'])
  })

  it('declare sinks', () => {
    const code = `import { db } from '@acme/data'
server.tool('find', { name: z.string() }, async ({ name }) => { db.raw('x', name) })`
    expect(lint({}, code)).toEqual([])
    expect(lint({ sinks: [{ module: '@acme/data', export: 'db.raw', argument: 1, kind: 'path' }] }, code))
      .toEqual(['secure-mcp/no-path-traversal:2'])
  })

  it('declare sinks that are methods of instances', () => {
    const code = `import { Store } from '@acme/data'
const store = new Store()
server.tool('find', { name: z.string() }, async ({ name }) => { store.open(name) })`
    expect(lint({ sinks: [{ module: '@acme/data', export: 'Store.prototype.open', argument: 0, kind: 'path' }] }, code))
      .toEqual(['secure-mcp/no-path-traversal:3'])
  })

  it('declare sanitizers, for the kinds that they clear', () => {
    const code = `import { quote } from '@acme/shell'
server.tool('log', { ref: z.string() }, async ({ ref }) => { exec(\`git log \${quote(ref)}\`) })`
    expect(lint({ sanitizers: [{ module: '@acme/shell', export: 'quote', clears: ['shell-text'] }] }, code)).toEqual([])
    expect(lint({ sanitizers: [{ module: '@acme/shell', export: 'quote', clears: ['path'] }] }, code))
      .toEqual(['secure-mcp/no-command-injection:2'])
  })

  it('declare guards that throw and guards that answer', () => {
    const throwing = `import { assertRef } from '@acme/shell'
server.tool('log', { ref: z.string() }, async ({ ref }) => { assertRef(ref); exec(\`git log \${ref}\`) })`
    const answering = `import { isRef } from '@acme/shell'
server.tool('log', { ref: z.string() }, async ({ ref }) => { if (isRef(ref)) exec(\`git log \${ref}\`); else exec(\`git show \${ref}\`) })`
    const guard = { module: '@acme/shell', argument: 0, clears: ['shell-text'] }
    expect(lint({}, throwing)).toEqual(['secure-mcp/no-command-injection:2'])
    expect(lint({ guards: [{ ...guard, export: 'assertRef', proves: 'throws' }] }, throwing)).toEqual([])
    // What an unknown function answers may be a check: without a word about it, nobody is blamed.
    expect(lint({}, answering)).toEqual([])
    expect(lint({ guards: [{ ...guard, export: 'isRef', proves: 'true' }] }, answering)).toEqual(['secure-mcp/no-command-injection:2'])
  })

  it('declare sources outside every handler', () => {
    const code = `import { readQueue } from '@acme/queue'
const next = readQueue()
exec(\`git log \${next.ref}\`)`
    expect(lint({}, code)).toEqual([])
    expect(lint({ sources: [{ module: '@acme/queue', export: 'readQueue' }] }, code)).toEqual(['secure-mcp/no-command-injection:3'])
  })

  it('limit the analysis', () => {
    const code = 'server.tool(\'log\', { ref: z.string() }, async ({ ref }) => { exec(`git log ${ref}`) })'
    expect(lint({}, code)).toEqual(['secure-mcp/no-command-injection:1'])
    expect(lint({ limits: { maxSteps: 1 } }, code)).toEqual([])
  })
})
