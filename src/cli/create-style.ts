import { styleText } from 'node:util'
import { plainStyle } from '../formatters/style.ts'
import type { Style } from '../formatters/style.ts'
import type { Io, OutputStream } from './io.ts'

/** Colours for a terminal that wants them; the text itself for a pipe, a file, or where `NO_COLOR` is set. */
export function createStyle(stream: OutputStream, env: Io['env'] = {}): Style {
  const wanted = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
  if (!wanted) return plainStyle
  // Newer Node versions look at process.stdout themselves; the decision was made above, for this stream.
  return (format, text) => styleText([format].flat(), text, { validateStream: false })
}
