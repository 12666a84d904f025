import type { Analysis } from '../../src/engine/findings/finding.ts'
import { analyzeText } from './analyze-text.ts'

const HEADER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
const server = new McpServer({ name: 'test', version: '1.0.0' })
`

const SHAPE = `{
  a: z.string(), b: z.string(), n: z.number(), flag: z.boolean(), list: z.array(z.string()),
  options: z.object({ name: z.string(), size: z.number(), inner: z.object({ name: z.string() }) }),
}`

/** What reaches a sink in the text of a server, in its order: `a.name > execSync(command)`, the argument as written. */
export function flowsIn(text: string): string[] {
  const whole = HEADER + text
  return flowsOf(whole, analyzeText(whole))
}

/** The same of the statements of a tool's handler, whose parameter is `args`; `outside` stands before it. */
export function flowsInHandler(statements: string, outside = ''): string[] {
  return flowsIn(`${outside}\nserver.tool('run', ${SHAPE}, async (args) => {\n${statements}\n})\n`)
}

function flowsOf(text: string, { findings }: Analysis): string[] {
  return findings.map(({ path, sink, at }) => `${path.join('.')} > ${sink}(${text.slice(...at)})`)
}
