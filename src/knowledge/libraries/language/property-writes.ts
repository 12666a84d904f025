import type { Library } from '../../../engine/rows.ts'
import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/**
 * `object[key] = value`, which the engine shows as a call of `set-property`. A single key of an object that the code made
 * can change that object alone, so it is a sink only where the object was itself reached through a key of the client's.
 */
export const propertyWrites: Library = {
  modules: ['global'],
  calls: [{
    path: 'Member[set-property]',
    sinks: keyUses,
    examples: [
      { code: 'const all: any = load(); all[INPUT][INPUT] = 1', kind: 'property-key' },
      { code: 'const all: any = {}; all[INPUT] = 1', kind: 'none' },
    ],
  }],
}

function keyUses(call: CallView): SinkUse[] {
  const [object, key] = [call.arg(0), call.arg(1)]
  if (object.op === 'object' && object.kind !== 'instance') return []
  return isReachedByKey(call, object) ? [{ kind: 'property-key', value: key, argument: 1 }] : []
}

/** An element of something that the code did not make, under a key that was not constant. */
function isReachedByKey(call: CallView, object: Value): boolean {
  return call.alternatives(object).some((way) => (way.op === 'field' && way.name === '*')
    || (way.op === 'unknown' && (way.label === 'entry' || /\.\*$|\[\]$/u.test(way.label))))
}
