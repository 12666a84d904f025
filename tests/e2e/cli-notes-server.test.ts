import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { reviewFolder } from '../../src/cli/review-folder.ts'
import type { ReviewReport } from '../../src/formatters/review-report.ts'

const SERVER = fileURLToPath(new URL('../../examples/notes-server', import.meta.url))
const FILES = ['database', 'fetch', 'git', 'index', 'low-level', 'notes']
const EXPECTATION = /\/\/ expect: ([\w-]+)/

/** What the comments of a file announce, as `file:line rule`. A comment that fills its line speaks of the next one. */
function readExpectations(file: string): string[] {
  const lines = readFileSync(path.join(SERVER, 'vulnerable', file), 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    const rule = EXPECTATION.exec(line)?.[1]
    const target = line.trim().startsWith('//') ? index + 2 : index + 1
    return rule === undefined ? [] : [`${file}:${target} ${rule}`]
  })
}

function listFindings({ findings }: ReviewReport): string[] {
  return findings.map(({ file, line, rule }) => `${file}:${line} ${rule.replace('secure-mcp/', '')}`)
}

describe('the sample server', () => {
  it('shows in its vulnerable twin what the comments announce, and nothing else', async () => {
    const report = await reviewFolder(path.join(SERVER, 'vulnerable'), { preset: 'strict' })
    expect(listFindings(report)).toEqual(FILES.flatMap((name) => readExpectations(`src/${name}.ts`)))
    expect(report.files).toBe(FILES.length)
  })

  it('is silent in its repaired twin', async () => {
    const report = await reviewFolder(path.join(SERVER, 'repaired'), { preset: 'strict' })
    expect(listFindings(report)).toEqual([])
    expect(report.failures).toEqual([])
  })
})
