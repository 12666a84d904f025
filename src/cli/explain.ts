import { formatExplanation } from '../formatters/explain.ts'
import type { Command } from './command.ts'
import { createStyle } from './create-style.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { explainPlace } from './explain-place.ts'
import type { Io } from './io.ts'
import { parseStrictly } from './parse-strictly.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: secure-mcp explain <file>:<line> [options]

Tells why a line is reported, or why it is not: what is registered, every step of
the value from there to the sink, and the guards on the way with the reason why
each did or did not count. The file is analysed with its package, as ESLint would,
but without settings. <file> is relative to the working directory.

Options:
  --json       print the explanation as JSON
  -h, --help   show this text

Exit code:
  0  the line was explained, whether it is reported or not
  2  wrong usage, a failure, or a file that does not parse
`

export const explain: Command = { name: 'explain', help: HELP, run: runExplain }

async function runExplain(argv: readonly string[], io: Io): Promise<number> {
  const { file, line, json } = parseExplainArguments(argv)
  const report = await explainPlace(file, line)
  const text = json
    ? `${JSON.stringify(report, null, 2)}\n`
    : formatExplanation(report, { width: io.stdout.columns, style: createStyle(io.stdout, io.env) })
  io.stdout.write(text)
  return EXIT_CODES.clean
}

function parseExplainArguments(argv: readonly string[]): { file: string; line: number; json: boolean } {
  const { values, positionals } = parseStrictly(argv, { json: { type: 'boolean', default: false } })
  const [place, ...others] = positionals
  if (!place) throw new UsageError('Name a file and a line, for example: secure-mcp explain src/index.ts:41')
  if (others.length > 0) throw new UsageError(`One place at a time; got ${positionals.join(', ')}`)
  // Editors and reports write the column as well.
  const match = /^(?<file>.+?):(?<line>\d+)(?::\d+)?$/.exec(place)
  const { file = '', line = '0' } = match?.groups ?? {}
  if (Number(line) < 1) throw new UsageError(`Write the place as <file>:<line>, lines counted from 1; got ${place}`)
  return { file, line: Number(line), json: values.json }
}
