import { MANY } from '../flow/value-table.ts'
import type { Value } from '../flow/values.ts'

/** Combinations of the parts of a text that are told apart. */
const MAX_NAMES = 400

/** The names that a value can be, as far as they are known: one `undefined` where it is computed. */
export function namesIn(value: Value | undefined): readonly [string | undefined, ...string[]] {
  if (value?.op === 'constant') return [typeof value.constant === 'string' ? value.constant : undefined]
  const [first, ...others] = [...new Set(value ? textsIn(value) : [])]
  return [first, ...others]
}

function textsIn(value: Value): readonly string[] {
  switch (value.op) {
    case 'constant':
      return typeof value.constant === 'string' && value.constant !== '' ? [value.constant] : []
    case 'choice':
      return value.alternatives.flatMap((item) => textsIn(item.value))
    case 'derived':
      return value.name === MANY ? value.inputs.flatMap(textsIn) : []
    case 'text':
      return combine(value.parts)
    default:
      return []
  }
}

function combine(parts: readonly Value[]): readonly string[] {
  let texts: readonly string[] = ['']
  for (const part of parts) {
    const endings = part.op === 'constant' ? [String(part.constant)] : optional(part)
    if (texts.length * endings.length > MAX_NAMES) return []
    texts = texts.flatMap((text) => endings.map((ending) => text + ending))
  }
  return texts
}

/** The texts that a part can be; an empty one is a text too. */
function optional(part: Value): readonly string[] {
  const isEmpty = part.op === 'choice' && part.alternatives.some((item) => item.value.op === 'constant' && item.value.constant === '')
  return [...new Set([...(isEmpty ? [''] : []), ...textsIn(part)])]
}
