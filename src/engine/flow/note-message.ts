import type { Evaluator } from './evaluator.ts'
import type { Value } from './values.ts'

const METHOD = '.method'

/** Tells of a message whose method is compared with a text that a dialect knows, whichever side it stands on. */
export function noteMessage(machine: Evaluator, left: Value, right: Value): void {
  const [text, method] = right.op === 'constant' ? [right, left] : [left, right]
  if (text.op !== 'constant' || typeof text.constant !== 'string' || !machine.index.message(text.constant)) return
  const message = ownerOf(machine, method)
  if (message) machine.events.onMessage?.(message, text.constant)
}

/** What a value that is read as `method` was read off; `undefined` for anything else, and for what a framework gave. */
function ownerOf(machine: Evaluator, value: Value): Value | undefined {
  switch (value.op) {
    case 'field':
      return value.name === 'method' ? value.base : undefined
    case 'unknown':
      return value.label.endsWith(METHOD) ? machine.table.unknown(value.label.slice(0, -METHOD.length)) : undefined
    case 'extern':
      return value.path.endsWith(METHOD) ? value.from : undefined
    default:
      return undefined
  }
}
