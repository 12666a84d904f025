import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { UsageError } from './usage-error.ts'

type OptionTypes = NonNullable<ParseArgsConfig['options']>
type Parsed<Options extends OptionTypes> = ReturnType<typeof parseArgs<{ args: string[]; allowPositionals: true; options: Options }>>

/** Options and positionals as Node reads them; throws a UsageError of one sentence for an option that is not known. */
export function parseStrictly<const Options extends OptionTypes>(argv: readonly string[], options: Options): Parsed<Options> {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options })
  } catch (error) {
    // Node appends advice on quoting after the first sentence.
    const [sentence] = (error as Error).message.split(/\. |\n/)
    throw new UsageError(sentence, { cause: error })
  }
}
