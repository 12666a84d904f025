import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ESLint } from 'eslint'
import { askTools } from './ask-tools.ts'
import type { Answer } from './ask-tools.ts'
import { createLinter, lintSources } from './linter.ts'
import type { ServerSource } from './place-server.ts'
import { findNewErrors } from './type-check.ts'
import type { TypeCheck } from './type-check.ts'

/** Where the texts of edited files are kept until they are put back. */
const ORIGINALS = 'node_modules/.edited-by-secure-mcp.json'

export interface FixOutcome {
  /** How many findings have a fix, by rule. */
  readonly fixes: Readonly<Record<string, number>>
  readonly edited: readonly string[]
  /** Of the edited files, those that the type check includes. */
  readonly checked: number
  /** What is wrong after it; empty where all is well. */
  readonly problems: readonly string[]
  readonly before?: Answer
  readonly after?: Answer
}

/** Runs `--fix` over the sources in place, compares, and puts them back as they were. */
export async function tryFixes(
  folder: string, source: ServerSource, found: readonly ESLint.LintResult[], types: TypeCheck | undefined,
): Promise<FixOutcome> {
  const fixes: Record<string, number> = {}
  for (const { ruleId, fix } of found.flatMap(({ messages }) => messages)) {
    if (fix && ruleId !== null) fixes[ruleId] = (fixes[ruleId] ?? 0) + 1
  }
  if (Object.keys(fixes).length === 0) return { fixes, edited: [], checked: 0, problems: [] }
  const fixed = (await lintSources(createLinter(folder, { fix: true }))).filter(({ output }) => output !== undefined)
  const outputs = new Map(fixed.map(({ filePath, output }) => [filePath, output ?? '']))
  const originals: Record<string, string> = {}
  for (const file of outputs.keys()) originals[file] = await readFile(file, 'utf8')
  const problems = types ? findNewErrors(types.errors(new Map()), types.errors(outputs)) : []
  const asks = source.start && Object.keys(fixes).some((rule) => rule.endsWith('/no-stdout-logging'))
  const before = asks ? await askTools(folder, source) : undefined
  let after: Answer | undefined
  try {
    await writeFile(path.join(folder, ORIGINALS), JSON.stringify(originals))
    for (const [file, text] of outputs) await writeFile(file, text)
    for (const { filePath, output, messages } of await lintSources(createLinter(folder, { fix: true }))) {
      if (outputs.has(filePath) && messages.some(({ fatal }) => fatal)) problems.push(`${filePath} does not parse`)
      if (output !== undefined) problems.push(`a second run changes ${filePath}`)
    }
    after = asks ? await askTools(folder, source) : undefined
  } finally {
    await restoreSources(folder)
  }
  if (before && after && String(before.tools) !== String(after.tools)) {
    problems.push(`tools before: ${String(before.tools)}; after: ${String(after.tools)}`)
  }
  return {
    fixes, problems, ...(before && { before }), ...(after && { after }),
    edited: fixed.map(({ filePath }) => path.relative(folder, filePath)),
    checked: fixed.filter(({ filePath }) => types?.covers(filePath)).length,
  }
}

/** Puts back what the fixes of an earlier run edited, which did not come to its end. */
export async function restoreSources(folder: string): Promise<void> {
  const kept = path.join(folder, ORIGINALS)
  if (!existsSync(kept)) return
  const originals = JSON.parse(await readFile(kept, 'utf8')) as Record<string, string>
  for (const [file, text] of Object.entries(originals)) await writeFile(file, text)
  await rm(kept)
}
