import type { PresetName } from '../configs.ts'
import type { ReviewReport } from '../formatters/review-report.ts'
import { formatReview } from '../formatters/review.ts'
import type { Command } from './command.ts'
import { createProgress } from './create-progress.ts'
import { createStyle } from './create-style.ts'
import { findExitCode } from './find-exit-code.ts'
import type { Io } from './io.ts'
import { reviewFolder } from './review-folder.ts'
import { parseStrictly } from './parse-strictly.ts'
import { UsageError } from './usage-error.ts'

const PRESETS: readonly PresetName[] = ['recommended', 'strict', 'all']

const HELP = `Usage: eslint-plugin-secure-mcp [review] <folder> [options]

Reviews the MCP server in <folder> with no configuration. ESLint settings of the
project, comments that switch rules off and ignore files are not obeyed: a finding
that a comment switches off is shown, marked and counted.

Left out: node_modules, hidden folders, build output whose sources are there too,
tests and minified bundles. The report counts what was left out; name a left-out
folder as <folder> to review it.

To ask why a line is or is not reported: eslint-plugin-secure-mcp explain --help
To list what a server offers: eslint-plugin-secure-mcp inventory --help

Options:
  --preset <name>  recommended, strict (default) or all
  --json           print the report as JSON
  -h, --help       show this text
  -v, --version    show the version

Exit code:
  0  nothing of severity high or critical
  1  findings of severity high or critical
  2  wrong usage, a failure, or a file that could not be reviewed
`

export const review: Command = { name: 'review', help: HELP, run: runReview }

async function runReview(argv: readonly string[], io: Io): Promise<number> {
  const { folder, preset, json } = parseReviewArguments(argv)
  const progress = createProgress(io.stderr)
  let report: ReviewReport
  try {
    report = await reviewFolder(folder, { preset, onFile: progress.show })
  } finally {
    progress.clear()
  }
  const text = json
    ? `${JSON.stringify(report, null, 2)}\n`
    : formatReview(report, { folder, width: io.stdout.columns, style: createStyle(io.stdout, io.env) })
  io.stdout.write(text)
  return findExitCode(report)
}

function parseReviewArguments(argv: readonly string[]): { folder: string; preset: PresetName; json: boolean } {
  const { values, positionals } = parseStrictly(argv, {
    preset: { type: 'string', default: 'strict' }, json: { type: 'boolean', default: false },
  })
  const [folder, ...others] = positionals
  if (!folder) throw new UsageError('Name the folder to review, for example: eslint-plugin-secure-mcp .')
  if (others.length > 0) throw new UsageError(`One folder at a time; got ${positionals.join(', ')}`)
  const preset = PRESETS.find((name) => name === values.preset)
  if (!preset) throw new UsageError(`Unknown preset '${values.preset}'; use ${PRESETS.join(', ')}`)
  return { folder, preset, json: values.json }
}
