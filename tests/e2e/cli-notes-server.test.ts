import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { reviewFolder } from '../../src/cli/review-folder.ts'
import { run } from '../../src/cli/run.ts'
import type { ReviewReport } from '../../src/formatters/review-report.ts'
import { rules } from '../../src/rules/index.ts'

const ROOT = path.resolve(fileURLToPath(new URL('../..', import.meta.url)))
const SERVER = path.join(ROOT, 'examples/notes-server')
const FILES = ['calculate', 'database', 'fetch', 'git', 'index', 'low-level', 'notes']
const EXPECTATION = /\/\/ expect: ([\w-]+(?:, [\w-]+)*)/

interface Place {
  /** The file and the line. */
  readonly place: string
  readonly rule: string
}

/** What the comments of a file announce. A comment that fills its line speaks of the next one. */
function readExpectations(file: string): Place[] {
  const lines = readFileSync(path.join(SERVER, 'vulnerable', file), 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    const names = EXPECTATION.exec(line)?.[1]?.split(', ') ?? []
    const place = `${file}:${line.trim().startsWith('//') ? index + 2 : index + 1}`
    return names.map((rule) => ({ place, rule }))
  })
}

function listFindings({ findings }: ReviewReport): Place[] {
  return findings.map(({ file, line, rule }) => ({ place: `${file}:${line}`, rule: rule.replace('secure-mcp/', '') }))
}

// The first review loads the parsers and the plugin.
vi.setConfig({ testTimeout: 60_000 })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the sample server', () => {
  // Comments announce each finding of the rules that `recommended` holds, and of the stricter rules that any comment
  // names. What the other strict rules ask for (bounds, patterns, annotations, time limits) is missing all over the twin.
  it('shows in its vulnerable twin what the comments announce, and nothing else', async () => {
    const report = await reviewFolder(path.join(SERVER, 'vulnerable'), { preset: 'strict' })
    const announced = FILES.flatMap((name) => readExpectations(`src/${name}.ts`))
    const named = new Set(announced.map(({ rule }) => rule))
    const isAnnounced = ({ rule }: Place) => named.has(rule) || rules[rule]?.meta.docs.preset === 'recommended'
    expect(listFindings(report).filter(isAnnounced)).toEqual(announced)
    expect(report.files).toBe(FILES.length)
  })

  it('is reviewed with the output that the README shows a part of', async () => {
    vi.spyOn(process, 'cwd').mockReturnValue(ROOT)
    let output = ''
    await run(['examples/notes-server/vulnerable'], {
      stdout: { write: (text) => (output += text), columns: 100 },
      stderr: { write: () => true },
    })
    const [, sample = ''] = /```text\n(Reviewed .*?)```/s.exec(readFileSync(path.join(ROOT, 'README.md'), 'utf8')) ?? []
    const missing = sample.split('\n\n').filter((part) => !output.includes(part.trimEnd()))
    expect(sample).not.toBe('')
    expect(missing).toEqual([])
  })

  it('is silent in its repaired twin', async () => {
    const report = await reviewFolder(path.join(SERVER, 'repaired'), { preset: 'strict' })
    expect(listFindings(report)).toEqual([])
    expect(report.failures).toEqual([])
  })
})
