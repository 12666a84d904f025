import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, MethodRow } from '../../../engine/rows.ts'
import { isCredentialHeader } from '../../secrets/held-in-headers.ts'
import { readHeader } from './read-header.ts'

/** `request.headers.get('authorization')`: https://developer.mozilla.org/docs/Web/API/Headers/get */
export const headerMethods: readonly MethodRow[] = [{ names: ['get'], on: 'text', returns: readFromHeaders }]

function readFromHeaders(call: CallView): Value | undefined {
  const { receiver } = call
  const isHeaders = (receiver?.op === 'unknown' && receiver.label.endsWith('.headers'))
    || (receiver?.op === 'field' && receiver.name === 'headers' && receiver.base.op === 'source')
  const name = call.constant(call.arg(0))?.value
  // A header that tells nothing stays what it is: input.
  return isHeaders && typeof name === 'string' && (receiver.op === 'unknown' || isCredentialHeader(name))
    ? readHeader(call, 'http', 'IncomingMessage.new') : undefined
}
