import type { CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { heldInHeaders } from '../../secrets/held-in-headers.ts'

const REQUEST = 'FastifyRequest.new.'

/** https://fastify.dev/docs/latest/Reference/Reply/ and https://fastify.dev/docs/latest/Reference/Routes/ */
export const fastify: Library = {
  modules: ['fastify'],
  calls: [
    { path: 'Any.Member[get,post,put,delete,patch,head,options,all,addHook,setNotFoundHandler]', callbacks },
    { path: 'Any.Member[setErrorHandler]', callbacks: (call) => [call.extern('caught', 'error'), ...callbacks(call)] },
    { path: 'Any.Member[send]', channels: (call) => [{ channel: 'http-response', value: call.arg(0), argument: 0 }] },
  ],
  holds: (path) => (path.startsWith(REQUEST) ? heldInHeaders(path.slice(REQUEST.length)) : undefined),
}

function callbacks(call: CallView): readonly Value[] {
  return [call.extern('fastify', 'FastifyRequest.new'), call.extern('fastify', 'FastifyReply.new')]
}
