import { packageVersion } from '../package-version.ts'
import type { Command } from './command.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { explain } from './explain.ts'
import { inventory } from './inventory.ts'
import type { Io } from './io.ts'
import { review } from './review.ts'
import { UsageError } from './usage-error.ts'

const PROGRAM = 'secure-mcp'
const COMMANDS: readonly Command[] = [review, explain, inventory]

/**
 * Runs the command line and resolves to its exit code (see `EXIT_CODES`). Never throws and never ends the process;
 * an error is one line on stderr, with its stack where `DEBUG` is set.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const named = COMMANDS.find((command) => command.name === argv[0])
  const command = named ?? review
  const rest = named ? argv.slice(1) : argv
  try {
    // What stands after `--` is a folder, whatever it looks like.
    const end = rest.indexOf('--')
    const flags = end === -1 ? rest : rest.slice(0, end)
    if (flags.includes('--help') || flags.includes('-h')) {
      io.stdout.write(command.help)
      return EXIT_CODES.clean
    }
    if (flags.includes('--version') || flags.includes('-v')) {
      io.stdout.write(`${packageVersion}\n`)
      return EXIT_CODES.clean
    }
    return await command.run(rest, io)
  } catch (error) {
    io.stderr.write(describeError(error, io))
    return EXIT_CODES.failure
  }
}

function describeError(error: unknown, io: Io): string {
  const message = error instanceof Error ? error.message : String(error)
  const line = `${PROGRAM}: ${message.split('\n')[0]}\n`
  if (error instanceof UsageError) return `${line}Run with --help for usage.\n`
  return io.env?.DEBUG && error instanceof Error ? `${line}${error.stack}\n` : line
}
