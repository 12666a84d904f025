import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Library } from '../../../engine/rows.ts'
import { heldInHeaders } from '../../secrets/held-in-headers.ts'
import { readHeader } from '../language/read-header.ts'

const APPS = ['ReturnValue', 'Member[Router,createMcpExpressApp].ReturnValue', 'Member[Express,Application,Router].Instance']
const REQUEST = 'Request.new.'
const ROUTES = 'Member[get,post,put,patch,delete,options,head,all,use]'

/** https://expressjs.com/en/5x/api.html; the SDK makes such an application as well. */
export const express: Library = {
  modules: ['express', '@modelcontextprotocol/sdk/server/express.js', '@modelcontextprotocol/express'],
  calls: [
    ...APPS.map((app) => ({ path: `${app}.${ROUTES}`, callbacks })),
    {
      path: 'Any.Member[json,send,end,write,jsonp,render]',
      channels: (call) => call.args.map((value, argument) => ({ channel: 'http-response', value, argument })),
    },
    { path: 'Member[Request].Instance.Member[get,header]', returns: (call) => readHeader(call, 'express', 'Request.new') },
  ],
  holds: (path) => {
    if (!path.startsWith(REQUEST)) return undefined
    const field = path.slice(REQUEST.length)
    if (field === 'cookies' || field === 'signedCookies') return { kind: 'credential', name: 'the cookies of the request' }
    // What the SDK's `requireBearerAuth` verified.
    return field === 'auth.token' ? { kind: 'credential', name: 'the token of the caller' } : heldInHeaders(field)
  },
}

/** A middleware with four parameters handles errors: https://expressjs.com/en/guide/error-handling.html */
function callbacks(call: CallView, callback: Value): readonly Value[] {
  const [request, response] = [call.extern('express', 'Request.new'), call.extern('express', 'Response.new')]
  const isErrorHandler = callback.op === 'closure' && callback.facts.params.length === 4
  return isErrorHandler ? [call.extern('caught', 'error'), request, response] : [request, response]
}
