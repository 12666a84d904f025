import type { CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { heldInHeaders } from '../../secrets/held-in-headers.ts'
import { readHeader } from '../language/read-header.ts'

const CONTEXT = 'Member[Context].Instance'
const HEADERS = /^Context\.new\.(?:req(?:uest)?\.)?headers?(?<rest>(?:\.[\w-]+)?)$/u

/** https://koajs.com/#context, and routes by https://github.com/koajs/router */
export const koa: Library = {
  modules: ['koa', '@koa/router', 'koa-router'],
  calls: [
    { path: 'Any.Member[use,get,post,put,delete,del,patch,head,all]', callbacks },
    {
      path: `${CONTEXT}.Member[set body]`,
      channels: (call) => [{ channel: 'http-response', value: call.arg(0), argument: 0 }],
    },
    {
      path: `${CONTEXT}.Member[response].Member[set body]`,
      channels: (call) => [{ channel: 'http-response', value: call.arg(0), argument: 0 }],
    },
    { path: `${CONTEXT}.Member[get]`, returns: (call) => readHeader(call, 'koa', 'Context.new') },
  ],
  holds: (path) => {
    const rest = HEADERS.exec(path)?.groups?.['rest']
    return rest === undefined ? undefined : heldInHeaders(`headers${rest}`)
  },
}

function callbacks(call: CallView): readonly Value[] {
  return [call.extern('koa', 'Context.new')]
}
