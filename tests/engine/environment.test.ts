import { afterEach, beforeEach, expect, it } from 'vitest'
import { findExamples } from '../../src/engine/analyze-file.ts'
import { KnowledgeIndex } from '../../src/engine/knowledge-index.ts'
import { knowledge } from '../../src/knowledge/index.ts'
import { analyzeText } from '../support/analyze-text.ts'
import { TemporaryFolder } from '../support/temporary-folder.ts'

const SERVER = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { config } from './config.ts'
const server = new McpServer({ name: 'notes', version: '1.0.0' })
server.registerTool('show', {}, () => fetch(config.url))
`
const CHECKED = `${SERVER}if (!config.url) process.exit(1)\n`

let folder: TemporaryFolder

beforeEach(() => {
  folder = new TemporaryFolder()
  folder.write('package.json', '{ "name": "notes", "dependencies": { "@modelcontextprotocol/sdk": "1.20.0" } }')
  folder.write('src/config.ts', 'export const config = { url: process.env.API_URL }')
  folder.write('src/server.ts', SERVER)
})
afterEach(() => { folder.remove() })

function unchecked(text: string, index: KnowledgeIndex, usesCache = false): string[] {
  const { environment } = analyzeText(text, { filename: folder.at('src/server.ts'), index, usesCache })
  return environment.map((item) => `${item.name} ${item.unchecked?.kind ?? 'checked'} ${item.file.slice(folder.root.length + 1)}`)
}

it('follows what an editor holds', () => {
  const index = new KnowledgeIndex(knowledge)
  expect(unchecked(SERVER, index)).toEqual(['API_URL value src/config.ts'])
  expect(unchecked(CHECKED, index)).toEqual(['API_URL checked src/config.ts'])
  expect(unchecked(SERVER, index)).toEqual(['API_URL value src/config.ts'])
})

it('is the same where the facts of files come from the disk', () => {
  folder.write('node_modules/.keep', '')
  expect(unchecked(SERVER, new KnowledgeIndex(knowledge), true)).toEqual(['API_URL value src/config.ts'])
  folder.write('src/server.ts', CHECKED)
  expect(unchecked(CHECKED, new KnowledgeIndex(knowledge), true)).toEqual(['API_URL checked src/config.ts'])
  expect(unchecked(SERVER, new KnowledgeIndex(knowledge), true)).toEqual(['API_URL value src/config.ts'])
})

it('reads example files again when a file is linted again', () => {
  const index = new KnowledgeIndex(knowledge)
  const filename = folder.at('src/server.ts')
  const examples = (): string[] => {
    analyzeText(SERVER, { filename, index })
    return findExamples(filename, index).flatMap(({ values }) => values.map(({ name, value, line }) => `${line} ${name}=${value}`))
  }
  expect(examples()).toEqual([])
  folder.write('.env.example', `# hints\r\nAPI_URL=https://api.example.com # where\r\nPRIVATE_KEY="one\ntwo"\nLAST='x'\n`)
  expect(examples()).toEqual(['2 API_URL=https://api.example.com', '3 PRIVATE_KEY=one\ntwo', '5 LAST=x'])
  folder.write('.env.example', '')
  expect(examples()).toEqual([])
})
