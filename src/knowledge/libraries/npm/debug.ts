import type { Library } from '../../../engine/rows.ts'

/** https://github.com/debug-js/debug (4): what it returns writes to standard error. */
export const debug: Library = {
  modules: ['debug', 'obug'],
  calls: [{ path: 'ReturnValue', channels: (call) => call.args.map((value, argument) => ({ channel: 'log', value, argument })) }],
}
