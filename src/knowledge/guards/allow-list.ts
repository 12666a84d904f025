import type { CallView, Guard } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

/** `ALLOWED.includes(x)`, `table.has(x)`: the value is one of those that no source chose. */
export const allowList: Guard = {
  name: 'allow-list',
  methods: ['includes', 'has'],
  prove: (call) => {
    const { receiver } = call
    if (!receiver || receiver.op === 'constant' || receiver.op === 'text') return undefined
    return member(call, receiver, call.arg(0))
  },
}

/** `ALLOWED.indexOf(x)` compared with a number is not followed; `Object.hasOwn(TABLE, x)` is. */
export const ownKey: Guard = {
  name: 'own-key',
  paths: ['global:Object.hasOwn', 'global:Object.prototype.hasOwnProperty.call'],
  prove: (call) => member(call, call.arg(0), call.arg(1)),
}

export const ownKeyMethod: Guard = {
  name: 'own-key-method',
  methods: ['hasOwnProperty'],
  prove: (call) => (call.receiver ? member(call, call.receiver, call.arg(0)) : undefined),
}

function member(call: CallView, table: Value, value: Value): Value | undefined {
  // `name.includes('..')` asks about the receiver.
  if (call.constant(value)) return undefined
  const elements = call.elements(table) ?? [call.element(table)]
  return elements.some((item) => call.comesFromSource(item)) ? undefined : call.proves([{ value, clears: 'all' }])
}
