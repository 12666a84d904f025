import type { ChannelUse } from '../../../engine/confidential-rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Library } from '../../../engine/rows.ts'
import { heldInHeaders } from '../../secrets/held-in-headers.ts'
import { readHeader } from '../language/read-header.ts'

const CONTEXT = 'Member[Context].Instance'
const HEADERS = /^Context\.new\.req\.(?:raw\.)?(?<path>headers(?:\.[\w-]+)?)$/u

/** https://hono.dev/docs/api/context and https://hono.dev/docs/api/hono */
export const hono: Library = {
  modules: ['hono', 'hono/quick', 'hono/tiny', 'hono/factory', '@hono/zod-openapi'],
  calls: [
    { path: 'Any.Member[get,post,put,delete,patch,options,all,on,use,notFound,openapi,createMiddleware,createHandlers]', callbacks },
    { path: 'Member[createMiddleware]', callbacks },
    { path: 'Any.Member[onError]', callbacks: (call) => [call.extern('caught', 'error'), ...callbacks(call)] },
    { path: `${CONTEXT}.Member[json,text,html,body,newResponse]`, channels: body },
    { path: `${CONTEXT}.Member[req].Member[header]`, returns: (call) => readHeader(call, 'hono', 'Context.new.req') },
  ],
  holds: (path) => {
    const headers = HEADERS.exec(path)?.groups?.['path']
    return headers === undefined ? undefined : heldInHeaders(headers)
  },
}

function callbacks(call: CallView): readonly Value[] {
  return [call.extern('hono', 'Context.new')]
}

function body(call: CallView): readonly ChannelUse[] {
  return [{ channel: 'http-response', value: call.arg(0), argument: 0 }]
}
