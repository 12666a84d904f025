import type { CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** https://nodejs.org/api/util.html */
export const util: Library = {
  modules: ['util'],
  flows: [
    { path: 'Member[promisify,callbackify,deprecate]', returns: 'Argument[0]' },
    { path: 'Member[inspect,stripVTControlCharacters,toUSVString]', returns: 'derived', from: [0] },
    { path: 'Member[styleText]', returns: 'derived', from: [1] },
  ],
  calls: [{
    path: 'Member[format]',
    returns: format,
    examples: [
      {
        code: "import { format } from 'node:util'; import fs from 'node:fs'; fs.readFile(format('%s.txt', INPUT))",
        kind: 'path',
      },
      {
        code: "import { format } from 'node:util'; import fs from 'node:fs'; fs.readFile(format('%d.txt', INPUT))",
        kind: 'none',
      },
    ],
  }],
}

/** The text that a constant format makes of its arguments; `%d`, `%i` and `%f` make numbers of them. */
function format(call: CallView): Value {
  const pattern = call.constant(call.arg(0))?.value
  if (typeof pattern !== 'string' || call.isOpen) return call.derived('format', call.args)
  let next = 1
  const parts: Value[] = [call.constantOf('')]
  for (const piece of pattern.split(/(%[a-z%])/iu)) {
    if (!/^%[sdifjoc]$/iu.test(piece)) {
      parts.push(call.constantOf(piece === '%%' ? '%' : piece))
      continue
    }
    if (piece !== '%c') parts.push(/[dif]/u.test(piece) ? call.unknown('number') : call.arg(next))
    next += 1
  }
  for (const rest of call.args.slice(next)) parts.push(call.constantOf(' '), rest)
  return call.text(parts)
}
