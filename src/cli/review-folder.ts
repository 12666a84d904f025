import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ESLint, Linter } from 'eslint'
import type { PresetName } from '../configs.ts'
import type { ReviewFailure, ReviewFinding, ReviewReport } from '../formatters/review-report.ts'
import { describeFinding } from './describe-finding.ts'
import { findSourceFiles } from './find-source-files.ts'
import { findSwitchedOff } from './find-switched-off.ts'
import { requireFolder } from './require-folder.ts'
import { summarizeFindings } from './summarize-findings.ts'

export interface ReviewOptions {
  readonly preset: PresetName
  /** Called before each file, `done` counting from 0. */
  readonly onFile?: (done: number, total: number, file: string) => void
  /** The preset's configuration; the plugin's own where absent. */
  readonly config?: readonly Linter.Config[]
}

/** Two ESLint instances over one configuration: one deaf to comments in the source, one that obeys them. */
export interface Linters {
  readonly deaf: ESLint
  readonly obedient: ESLint
}

export type FileReview = Pick<ReviewReport, 'findings' | 'failures'>

/**
 * Reviews every script file of a folder through ESLint's API, with no configuration but the preset's. A file that does
 * not parse, or on which a rule fails, becomes a failure of the report. Throws, with a one-line message, when the
 * folder cannot be read, holds nothing to review, or ESLint does not accept the configuration.
 */
export async function reviewFolder(folder: string, options: ReviewOptions): Promise<ReviewReport> {
  const root = path.resolve(folder)
  await requireFolder(root, folder)
  const { files, leftOut } = await findSourceFiles(root)
  if (files.length === 0) throw new Error(describeEmpty(folder, Object.values(leftOut).flat().length))
  const linters = await createLinters(root, options)
  const findings: ReviewFinding[] = []
  const failures: ReviewFailure[] = []
  for (const [index, file] of files.entries()) {
    options.onFile?.(index, files.length, file)
    const review = await reviewFile(root, file, linters)
    findings.push(...review.findings)
    failures.push(...review.failures)
  }
  const { preset } = options
  const summary = summarizeFindings(findings)
  return { version: 1, folder: root, preset, files: files.length, findings, failures, leftOut, summary }
}

function describeEmpty(folder: string, leftOut: number): string {
  const rest = leftOut > 0 ? ` (${leftOut} left out: tests, build output or minified)` : ''
  return `No JavaScript or TypeScript files to review in ${folder}${rest}`
}

export async function createLinters(root: string, options: Pick<ReviewOptions, 'preset' | 'config'>): Promise<Linters> {
  // Loaded here: --help and usage errors answer at once, without the parser and the plugin.
  const { ESLint } = await import('eslint')
  const config = options.config ?? (await import('../index.ts')).default.configs[options.preset]
  // The reviewed folder is neither written to nor believed: what lies in its node_modules may be made to hide findings.
  const overrideConfig = [...(config ?? []), { settings: { 'secure-mcp': { cache: false } } }]
  const shared: ESLint.Options = { cwd: root, overrideConfigFile: true, overrideConfig, warnIgnored: false }
  return {
    deaf: new ESLint({ ...shared, allowInlineConfig: false }),
    obedient: new ESLint(shared),
  }
}

/** Reviews one file, named relative to the root. Throws, as `reviewFolder` does, where the configuration is at fault. */
export async function reviewFile(root: string, file: string, linters: Linters): Promise<FileReview> {
  const filePath = path.join(root, file)
  const text = await readFile(filePath, 'utf8')
  let results: ESLint.LintResult[]
  try {
    results = await linters.deaf.lintText(text, { filePath })
  } catch (error) {
    return { findings: [], failures: [describeCrash(file, error)] }
  }
  const messages = results.flatMap((result) => result.messages).sort(byPosition)
  const metadata = linters.deaf.getRulesMetaForResults(results)
  const reported = messages.filter((message) => message.ruleId !== null)
  const switchedOff = await findSwitchedOff(reported, text, filePath, linters.obedient)
  return {
    findings: reported.map((message) => ({
      ...describeFinding(file, message, metadata[message.ruleId ?? '']),
      switchedOff: switchedOff.get(message) ?? null,
    })),
    failures: messages.filter((message) => message.fatal).map((message) => describeParseError(file, message)),
  }
}

function byPosition(a: Linter.LintMessage, b: Linter.LintMessage): number {
  return a.line - b.line || a.column - b.column || (a.ruleId ?? '').localeCompare(b.ruleId ?? '', 'en')
}

function describeParseError(file: string, { line, column, message }: Linter.LintMessage): ReviewFailure {
  return { file, kind: 'parse', line: line ?? null, column: column ?? null, message }
}

// ESLint adds the file, the line and the rule to an error that a rule throws; one without them is about the
// configuration and would repeat itself for every file.
function describeCrash(file: string, error: unknown): ReviewFailure {
  const text = error instanceof Error ? error.message : String(error)
  const place = /\nOccurred while linting .*?(?::(\d+))?(?:\n|$)/.exec(text)
  if (!place) throw error
  const rule = /\nRule: "(.+)"/.exec(text)?.[1]
  const message = `${rule ? `Rule ${rule} failed: ` : ''}${text.split('\n')[0]}`
  return { file, kind: 'crash', line: place[1] ? Number(place[1]) : null, column: null, message }
}
