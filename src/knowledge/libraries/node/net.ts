import type { Library } from '../../../engine/rows.ts'
import type { CallView } from '../../../engine/rows.ts'
import { hostOf } from '../language/request-uses.ts'

/** https://nodejs.org/api/net.html, tls.html and http2.html */
export const net: Library = {
  modules: ['net', 'tls'],
  calls: [{
    path: 'Member[connect,createConnection]',
    sinks: (call) => [target(call)],
    examples: [
      { code: "import net from 'node:net'; net.connect(80, INPUT)", kind: 'url' },
      { code: "import net from 'node:net'; net.connect({ port: 80, host: INPUT })", kind: 'url' },
    ],
  }],
}

function target(call: CallView): { kind: 'url'; value: ReturnType<CallView['arg']>; argument: number } {
  const isOptions = call.keys(call.arg(0)) !== undefined
  return { kind: 'url', value: isOptions ? hostOf(call, call.arg(0)) : call.arg(1), argument: isOptions ? 0 : 1 }
}
