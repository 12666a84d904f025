import { describe, expect, it } from 'vitest'
import { analyzePackage } from '../../src/engine/analyze-package.ts'
import { DEFAULT_BUDGET } from '../../src/engine/budget.ts'
import { isPlatform } from '../../src/engine/host/is-platform.ts'
import { parseFacts } from '../../src/engine/host/parse-facts.ts'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import { knowledge } from '../../src/knowledge/index.ts'

const index = new KnowledgeIndex(knowledge)

const TOOLS = Array.from({ length: 60 }, (_, item) => (
  `  server.registerTool('run_${item}', { inputSchema: { command: z.string() } }, async ({ command }) => execSync('run ' + command))`))
const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { execSync } from 'node:child_process'
import { z } from 'zod'
export function createServer(server: McpServer) {
${TOOLS.join('\n')}
}
`

describe('a function that registers more than a budget of steps allows for', () => {
  it('is run to its end, since each registration pays for itself', () => {
    const facts = parseFacts(SERVER, { path: '/p/server.ts', ...index.places, maxNesting: 250 })
    if (!facts) throw new Error('does not parse')
    const analysis = analyzePackage({
      files: [facts], index, budget: { ...DEFAULT_BUDGET, maxSteps: 300 }, isMcp: true, isPlatform,
      place: { root: '/p', dependencies: new Set() }, resolveImport: () => undefined,
    })
    expect(analysis.registrations).toHaveLength(60)
    expect(analysis.findings).toHaveLength(60)
  })
})
