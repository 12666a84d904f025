import type { CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** https://getpino.io/#/docs/api: without a destination and without a transport, lines go to standard output. */
export const pino: Library = {
  modules: ['pino'],
  calls: [
    { path: '', stdio: writes },
    { path: 'Member[pino]', stdio: writes },
  ],
}

function writes(call: CallView): 'writes' | undefined {
  const [options, stream] = call.args
  if (call.isOpen) return undefined
  if (!options) return 'writes'
  const isStream = options.op === 'extern'
  if (stream || isStream) return isStandardOutput(call, stream ?? options) ? 'writes' : undefined
  const keys = call.keys(options)
  if (!keys || isOff(call, options)) return undefined
  if (!keys.includes('transport')) return 'writes'
  return call.alternatives(call.property(options, 'transport')).every((item) => transportWrites(call, item)) ? 'writes' : undefined
}

/** `pino.destination()`, `pino.destination(1)` and `process.stdout`. */
function isStandardOutput(call: CallView, stream: Value): boolean {
  if (stream.op !== 'extern') return false
  if (stream.path === 'process.stdout' || stream.path === 'stdout') return true
  const [given] = stream.args ?? []
  return stream.path === 'destination()' && (!given || call.constant(given)?.value === 1)
}

function transportWrites(call: CallView, transport: Value): boolean {
  if (call.constant(transport)) return true
  const target = call.constant(call.property(transport, 'target'))?.value
  if (target !== 'pino-pretty' && target !== 'pino/file') return false
  if (!call.keys(transport)?.includes('options')) return true
  const options = call.property(transport, 'options')
  const destination = call.constant(call.property(options, 'destination'))
  return call.keys(options) !== undefined && destination !== undefined && [1, undefined].includes(destination.value as number | undefined)
}

function isOff(call: CallView, options: Value): boolean {
  return call.constant(call.property(options, 'level'))?.value === 'silent'
    || call.constant(call.property(options, 'enabled'))?.value === false
}
