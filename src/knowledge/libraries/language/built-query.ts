import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

const MAX_DEPTH = 20

/**
 * The use of a query text: `query-text` where the code puts it together, `raw-query` where the statement is tool input as
 * a whole. What such a tool may do is a matter of the database's permissions, not of how a text is built.
 */
export function builtQuery(call: CallView, value: Value, argument: number): SinkUse[] {
  const whole = [{ kind: 'query-text' as const, value, argument }]
  const raw = [{ kind: 'raw-query' as const, value, argument }]
  if (value.op !== 'choice') return isBuilt(call, value) ? whole : raw
  const { alternatives } = value
  const built = alternatives.filter((item) => isBuilt(call, item.value))
  const hasWholeInput = alternatives.some((item) => !built.includes(item) && call.isTainted(item.value, 'query-text'))
  if (!hasWholeInput) return built.length > 0 ? whole : raw
  // Taken by itself an alternative has lost what was proved on its way: only those are left of which nothing was.
  return built.filter((item) => item.facts.every((fact) => fact.clears === 0 || !isInside(item.value, fact.value, 0)))
    .map((item) => ({ kind: 'query-text', value: item.value, argument }))
}

function isBuilt(call: CallView, value: Value): boolean {
  switch (value.op) {
    case 'text':
      return isPutTogether(call, value.parts)
    case 'choice':
      return value.alternatives.some((item) => isBuilt(call, item.value))
    case 'derived':
      if (value.inputs.some((item) => isBuilt(call, item))) return true
      return value.inputs.length > 1 && value.name !== 'one-of' && isPutTogether(call, value.inputs)
    default:
      return false
  }
}

/** True where something else than input begins the statement: `${sql} LIMIT 10` is still the client's own statement. */
function isPutTogether(call: CallView, parts: readonly Value[]): boolean {
  const texts = parts.filter((item) => !isBlank(item))
  const [first] = texts
  if (!first || !texts.some((item) => item.op !== 'constant')) return false
  if (call.isTainted(first, 'query-text')) return isBuilt(call, first)
  return texts.some((item) => item.op === 'constant')
}

function isBlank(value: Value): boolean {
  return value.op === 'constant' && (typeof value.constant !== 'string' || value.constant.trim() === '')
}

function isInside(value: Value, part: Value, depth: number): boolean {
  if (value === part) return true
  if (depth > MAX_DEPTH) return true
  switch (value.op) {
    case 'text':
      return value.parts.some((item) => isInside(item, part, depth + 1))
    case 'derived':
      return value.inputs.some((item) => isInside(item, part, depth + 1))
    case 'choice':
      return value.alternatives.some((item) => isInside(item.value, part, depth + 1))
    case 'field':
      return isInside(value.base, part, depth + 1)
    default:
      return false
  }
}
