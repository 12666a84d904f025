import type { Library } from '../../../engine/rows.ts'

/** https://tslog.js.org: all levels go through `console.log` unless the type is `hidden` or the transport is replaced. */
export const tslog: Library = {
  modules: ['tslog'],
  calls: [{
    path: 'Member[Logger].Instance',
    stdio: (call) => {
      if (call.args.length === 0) return 'writes'
      const keys = call.keys(call.arg(0))
      const isHidden = call.constant(call.property(call.arg(0), 'type'))?.value === 'hidden'
      return keys && !isHidden && !keys.includes('overwrite') && !keys.includes('attachedTransports') ? 'writes' : undefined
    },
  }],
}
