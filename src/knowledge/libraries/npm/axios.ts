import type { CallView, EffectRow, Library, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { requestChange } from '../language/request-change.ts'
import { belowBase, isMissing, optionOf, requestUses } from '../language/request-uses.ts'

const INSTANCES = ['', 'Member[create].ReturnValue.', 'Member[Axios,AxiosInstance].Instance.']
const LOAD = "import axios from 'axios';"
const CREATE = `${LOAD} const api = axios.create({ baseURL: 'https://api.example.com' });`

/**
 * https://axios-http.com/docs/req_config (axios 1): redirects are followed, and an absolute address replaces `baseURL`
 * (CVE-2025-27152) unless `allowAbsoluteUrls` is off.
 */
export const axios: Library = {
  modules: ['axios'],
  effects: [
    ...INSTANCES.flatMap((path): EffectRow[] => [
      { path: `${path}Member[get,post,head,options,postForm]`, capability: 'network' },
      { path: `${path}Member[put,patch,putForm,patchForm]`, capability: 'network', change: 'writes' },
      { path: `${path}Member[delete]`, capability: 'network', change: 'deletes' },
      { path: `${path}Member[request]`, capability: 'network', change: (call) => requestChange(call, call.arg(0)) },
    ]),
    ...['', 'Member[create].ReturnValue.ReturnValue'].map((path): EffectRow => ({
      path, capability: 'network', change: (call) => requestChange(call, call.keys(call.arg(0)) ? call.arg(0) : call.arg(1)),
    })),
  ],
  calls: [
    ...INSTANCES.flatMap((path) => [
      { path: `${path}Member[get,delete,head,options]`, sinks: (call: CallView) => addressUses(call, 1) },
      { path: `${path}Member[post,put,patch,postForm,putForm,patchForm]`, sinks: (call: CallView) => addressUses(call, 2) },
      { path: `${path}Member[request]`, sinks: configUses },
    ]),
    { path: '', sinks: (call) => (call.keys(call.arg(0)) === undefined ? addressUses(call, 1) : configUses(call)) },
    {
      path: 'Member[create].ReturnValue.ReturnValue',
      sinks: (call) => (call.keys(call.arg(0)) === undefined ? addressUses(call, 1) : configUses(call)),
    },
    {
      path: 'Member[get,head]',
      examples: [
        { code: `${LOAD} await axios.get(INPUT)`, kind: 'redirected-url' },
        { code: `${LOAD} await axios.get(INPUT, { maxRedirects: 0 })`, kind: 'url' },
        { code: `${LOAD} await axios({ method: 'get', url: INPUT })`, kind: 'redirected-url' },
        { code: `${LOAD} await axios.post('https://api.example.com/', INPUT)`, kind: 'none' },
        { code: `${CREATE} await api.get(INPUT)`, kind: 'redirected-url' },
        { code: `${CREATE} await api.get(\`/users/\${INPUT}\`)`, kind: 'url-path' },
        { code: `${CREATE} await api.request({ url: INPUT })`, kind: 'redirected-url' },
      ],
    },
  ],
}

function addressUses(call: CallView, options: number): SinkUse[] {
  return uses(call, call.arg(0), call.arg(options))
}

function configUses(call: CallView): SinkUse[] {
  return uses(call, call.property(call.arg(0), 'url'), call.arg(0))
}

function uses(call: CallView, url: Value, options: Value): SinkUse[] {
  const { receiver } = call
  const defaults = receiver?.op === 'extern' && receiver.path === 'create()' ? receiver.args?.[0] : undefined
  const setting = (name: string): Value => {
    const own = optionOf(call, options, name)
    return isMissing(call, own) && defaults ? optionOf(call, defaults, name) : own
  }
  const base = setting('baseURL')
  const staysBelow = call.constant(setting('allowAbsoluteUrls'))?.value === false && !isMissing(call, base)
  const isSafe = defaults !== undefined && requestUses(call, { url, options: defaults, follows: false }).length === 0
  return isSafe ? [] : requestUses(call, { url: staysBelow ? base : belowBase(call, url, base), options, follows: true })
}
