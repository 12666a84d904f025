import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { isMissing, optionOf, requestUses } from '../language/request-uses.ts'

const METHODS = 'Member[get,post,put,patch,head,delete]'
const PATHS = [
  '', METHODS, 'Member[default,ky]', `Member[got].${METHODS}`, 'Member[got]', 'Member[stream]', 'Member[paginate]',
  'Member[extend,create].ReturnValue.ReturnValue', `Member[extend,create].ReturnValue.${METHODS}`,
]

/** got 14 and ky 1, https://github.com/sindresorhus/got: an address is put behind `prefixUrl`, whatever it is. */
export const got: Library = {
  modules: ['got', 'ky', 'ky-universal'],
  calls: [
    ...PATHS.map((path) => ({ path, sinks: uses })),
    {
      path: METHODS,
      examples: [
        { code: "import got from 'got'; await got.get(INPUT)", kind: 'redirected-url' },
        { code: "import got from 'got'; await got(INPUT, { followRedirect: false })", kind: 'url' },
        { code: "import ky from 'ky'; await ky.get(INPUT, { prefixUrl: 'https://api.example.com' })", kind: 'url-path' },
        {
          code: "import ky from 'ky'; const api = ky.create({ prefixUrl: 'https://api.example.com' }); await api.get(INPUT)",
          kind: 'url-path',
        },
      ],
    },
  ],
}

function uses(call: CallView): SinkUse[] {
  const { receiver } = call
  const isOptions = call.keys(call.arg(0)) !== undefined
  const options = isOptions ? call.arg(0) : call.arg(1)
  const url = isOptions ? call.property(options, 'url') : call.arg(0)
  const defaults = receiver?.op === 'extern' && receiver.path.endsWith('()') ? receiver.args?.[0] : undefined
  const own = optionOf(call, options, 'prefixUrl')
  const prefix = isMissing(call, own) && defaults ? optionOf(call, defaults, 'prefixUrl') : own
  const value = isMissing(call, prefix) ? url : call.text([prefix, call.constantOf('/'), url])
  return requestUses(call, { url: value, options, follows: true })
}
