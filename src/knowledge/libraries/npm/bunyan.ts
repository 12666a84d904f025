import type { Library } from '../../../engine/rows.ts'

/** https://www.npmjs.com/package/bunyan: without streams, records go to standard output. */
export const bunyan: Library = {
  modules: ['bunyan'],
  calls: [{
    path: 'Member[createLogger]',
    stdio: (call) => {
      const keys = call.keys(call.arg(0))
      return keys && !keys.includes('streams') && !keys.includes('stream') ? 'writes' : undefined
    },
  }],
}
