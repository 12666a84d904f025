import type { AskedSecret } from '../../engine/confidential-rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import type { CallView } from '../../engine/rows.ts'
import { isSensitiveName, resolveAskedSecret } from '../descriptions/sensitive-question.ts'

/** What the parameters of `elicitation/create` ask for in a form; a URL is opened where secrets may be typed. */
export function askedSecrets(call: CallView, params: Value): readonly AskedSecret[] {
  if (call.keys(params) === undefined || call.constant(call.property(params, 'mode'))?.value === 'url') return []
  const fields = call.property(call.property(params, 'requestedSchema'), 'properties')
  const names = call.keys(fields) ?? []
  const texts = names.filter((name) => asksForText(call, call.property(fields, name)))
  const sensitive = texts.filter(isSensitiveName)
  if (sensitive.length > 0) return sensitive.map((name) => ({ name, object: fields, property: name }))
  const message = call.constant(call.property(params, 'message'))?.value
  const secret = texts.length > 0 && typeof message === 'string' ? resolveAskedSecret(message) : undefined
  return secret === undefined ? [] : [{ name: secret, object: params, property: 'message' }]
}

/** A yes or no about a secret is none, nor is a choice. */
function asksForText(call: CallView, schema: Value): boolean {
  return call.constant(call.property(schema, 'type'))?.value !== 'boolean' && call.keys(schema)?.includes('enum') !== true
}
