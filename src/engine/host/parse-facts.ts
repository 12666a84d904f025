import createDebug from 'debug'
import type { FileFacts } from '../facts/ir.ts'
import { lowerFile } from '../facts/lower-file.ts'
import type { LoweringOptions } from '../facts/lower-file.ts'
import { loadParser } from './load-parser.ts'
import type { Parse } from './load-parser.ts'

const debug = createDebug('secure-mcp:host')

let parse: Parse | undefined

/** Parses a file that is not under lint; `undefined` where it has no syntax tree. */
export function parseFacts(text: string, options: LoweringOptions): FileFacts | undefined {
  if (nestsTooDeep(text)) {
    debug('skipped %s: nested too deep', options.path)
    return undefined
  }
  try {
    parse ??= loadParser()
    const parsed = parse(options.path, text)
    if (parsed) return lowerFile({ ...parsed, text }, options)
    debug('skipped %s: no syntax tree', options.path)
  } catch (error) {
    debug('skipped %s: no syntax tree (%s)', options.path, (error as Error).message)
  }
  return undefined
}

/** A native parser ends the process when its stack does: at 3,000 levels in a worker. Hand-written code stays below 100. */
const MAX_LEVELS = 800

/** Over-estimates how deep a text nests: strings and comments are not told apart from code. */
function nestsTooDeep(text: string): boolean {
  let depth = 0
  let chain = 0
  for (const [token] of text.matchAll(/[[\](){}<>;`?]|=>|\belse\b/gu)) {
    if (token === ';') chain = 0
    else if (token === '?' || token === '=>' || token === 'else' || token === '<' || token === '`') chain += 1
    else if (token === '[' || token === '(' || token === '{') depth += 1
    else if (token !== '>') depth = Math.max(0, depth - 1)
    if (depth > MAX_LEVELS || chain > 4 * MAX_LEVELS) return true
  }
  return false
}
