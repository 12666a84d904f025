import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { LintCost, LintJob } from './lint-job.ts'

const CHILD = fileURLToPath(new URL('lint-child.js', import.meta.url))
const run = promisify(execFile)

/** Lints in a process of its own. Rejects with what the process printed where it fails. */
export async function runLint(job: LintJob): Promise<LintCost> {
  // Through a file: the names of 1,500 files are longer than some systems let arguments be.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'secure-mcp-job-'))
  try {
    const file = path.join(folder, 'job.json')
    await writeFile(file, JSON.stringify(job))
    const { stdout } = await run(process.execPath, [CHILD, file], { cwd: job.cwd })
    return JSON.parse(stdout) as LintCost
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
