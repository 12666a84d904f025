import { describe, expect, it } from 'vitest'
import { knowledge } from '../../src/knowledge/index.ts'
import type { Library } from '../../src/engine/rows.ts'
import { analyzeText } from '../support/analyze-text.ts'

interface Example {
  readonly code: string
  readonly kind: string
}

/** A server with one tool whose handler is the example; its imports and declarations stand at the top. */
function server(code: string): string {
  const head = /^(?:\s*(?:import|declare) [^;]*;)*/u.exec(code)?.[0] ?? ''
  return [
    "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'",
    "import { z } from 'zod'",
    head,
    "const server = new McpServer({ name: 'a', version: '1' })",
    "server.registerTool('t', { inputSchema: { v: z.string() } }, async ({ v: INPUT }) => {",
    code.slice(head.length),
    '})',
  ].join('\n')
}

/** The example of a row for each of the members that its path lists last: the example itself names the first. */
function eachMember(path: string, example: Example): Example[] {
  const [first = '', ...others] = /Member\[([^\]]+)\](?:\.\w+(?:\[\d\])?)*$/u.exec(path)?.[1]?.split(',') ?? []
  const isNamed = example.code.includes(`.${first}(`) || example.code.includes(`.${first}\``)
  if (example.kind === 'none' || !isNamed) return [example]
  const at = Math.max(example.code.lastIndexOf(`.${first}(`), example.code.lastIndexOf(`.${first}\``)) + 1
  return [first, ...others].map((name) => ({
    ...example, code: `${example.code.slice(0, at)}${name}${example.code.slice(at + first.length)}`,
  }))
}

function examplesOf(library: Library): Example[] {
  return [
    ...(library.sinks ?? []).flatMap((row) => eachMember(row.path, { code: row.example, kind: row.kind })),
    ...(library.calls ?? []).flatMap((row) => (row.examples ?? []).flatMap((example) => eachMember(row.path, example))),
  ]
}

const proved = knowledge.libraries
  .map((library) => ({ modules: library.modules.join(' '), examples: examplesOf(library) }))
  .filter(({ examples }) => examples.length > 0)

describe.each(proved)('$modules', ({ examples }) => {
  it.each(examples)('$kind: $code', ({ kind, code }) => {
    const kinds: string[] = analyzeText(server(code)).findings.map((finding) => finding.kind)
    // An example of `none` has no finding at all; any other has one of its kind.
    expect(kinds.filter((found) => kind === 'none' || found === kind).length > 0).toBe(kind !== 'none')
  })
})
