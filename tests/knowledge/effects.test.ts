import { describe, expect, it } from 'vitest'
import { analyzeText } from '../support/analyze-text.ts'

/** What the handler of a tool with the argument `v` does: `writes-files deletes`, sorted; `nothing` where that is so. */
function effectsOf(statements: string, head = ''): string {
  const { registrations } = analyzeText(`import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
${head}
const server = new McpServer({ name: 'a', version: '1' })
server.registerTool('t', { inputSchema: { v: z.string() } }, async ({ v }) => {
${statements}
})`)
  const effects = registrations.flatMap((use) => use.effects)
    .map(({ capability, change }) => (change ? `${capability} ${change}` : capability))
  return [...new Set(effects)].sort().join(', ') || 'nothing'
}

const FS = "import fs from 'node:fs/promises'; import os from 'node:os'; import path from 'node:path'"
const EXEC = "import { exec, execFile, execSync, spawn } from 'node:child_process'"

describe('files', () => {
  it.each([
    ["await fs.readFile('a')", 'reads-files'],
    ['await fs.stat(v)', 'nothing'],
    ['await fs.writeFile(v, "x")', 'writes-files writes'],
    ["await fs.writeFile('a', v)", 'writes-files writes'],
    ["await fs.writeFile('a', 'b')", 'writes-files'],
    ["await fs.appendFile('calls.log', v)", 'writes-files'],
    ["await fs.writeFile(path.join(os.tmpdir(), v), 'x')", 'writes-files'],
    ["await fs.writeFile(path.join(os.homedir(), v), 'x')", 'writes-files writes'],
    ["await fs.rename('a.tmp', v)", 'writes-files writes'],
    ['await fs.rm(v)', 'writes-files deletes'],
    ["await fs.rm('a')", 'writes-files deletes'],
    ["await fs.rm('.cache', { recursive: true })", 'writes-files'],
    ["await fs.rename('a', 'b')", 'writes-files'],
    ['await fs.mkdir(v)', 'writes-files'],
  ])('%s: %s', (statements, effects) => {
    expect(effectsOf(statements, FS)).toBe(effects)
  })
})

describe('commands', () => {
  it.each([
    ["execSync('git status')", 'executes'],
    ['execSync(`git commit -m ${v}`)', 'executes writes'],
    ["spawn('rm', ['-rf', v])", 'executes deletes'],
    ["spawn('rm', ['-rf', '/tmp/a'])", 'executes'],
    ["execFile('/usr/bin/git', ['-C', v, 'log'])", 'executes'],
    ["execFile('kubectl', ['delete', 'pod', v])", 'executes deletes'],
    ['exec(v)', 'executes writes'],
    ["if (v === 'ls') exec(v)", 'executes'],
  ])('%s: %s', (statements, effects) => {
    expect(effectsOf(statements, EXEC)).toBe(effects)
  })
})

describe('databases', () => {
  it.each([
    ["db.query('SELECT 1 FROM a')", 'database'],
    ["db.query('INSERT INTO a VALUES ($1)', [v])", 'database writes'],
    ["db.query({ text: 'DELETE FROM a WHERE b = $1', values: [v] })", 'database deletes'],
    ["db.query('CREATE TABLE IF NOT EXISTS a (b TEXT)')", 'database'],
    ['db.query(v)', 'database'],
    ["unknown.run('DROP TABLE a')", 'database deletes'],
    ['collection.deleteOne({ a: v })', 'database deletes'],
    ['collection.findOne({ a: v })', 'database'],
  ])('%s: %s', (statements, effects) => {
    const head = "import { Client } from 'pg'; import { MongoClient } from 'mongodb'\nconst db = new Client()\n"
      + "const collection = new MongoClient('a').db('b').collection('c')"
    expect(effectsOf(statements, head)).toBe(effects)
  })
})

describe('requests', () => {
  it.each([
    ["await fetch('https://example.com/')", 'network'],
    ["await fetch('https://example.com/', { method: 'POST', body: v })", 'network'],
    ["await fetch('https://example.com/', { method: 'delete' })", 'network deletes'],
    ["await axios.get('https://example.com/')", 'network'],
    ["await axios.put('https://example.com/', v)", 'network writes'],
    ["await axios({ method: 'PATCH', url: 'https://example.com/' })", 'network writes'],
  ])('%s: %s', (statements, effects) => {
    expect(effectsOf(statements, "import axios from 'axios'")).toBe(effects)
  })
})

describe('a call that is not run a second time', () => {
  it('does the same again, in the branch of another tool', () => {
    const { registrations } = analyzeText(`import { Server } from '@modelcontextprotocol/sdk/server/index.js'
import { CallToolRequestSchema } from '@modelcontextprotocol/sdk/types.js'
import fs from 'node:fs'
const server = new Server({ name: 'a', version: '1' }, { capabilities: { tools: {} } })
function list() { return fs.readdirSync('notes') }
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  switch (params.name) {
    case 'a': return list()
    case 'b': return list()
  }
})`)
    expect(registrations.flatMap((use) => use.effects.map((effect) => effect.tools?.join()))).toEqual(['a', 'b'])
    expect(registrations.map((use) => use.capabilities)).toEqual([['reads-files']])
  })
})
