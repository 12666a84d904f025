import type { Library } from '../../../engine/rows.ts'
import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/**
 * `object[key] = value`, which the engine shows as a call of `set-property`: the object, the key, the value, and the keys
 * under which the object was itself found. A single key of an object that the code made can change that object alone, so it
 * is a sink only where the object was itself reached through a key of the client's. That key leads to the prototype, and is
 * the one to check.
 */
export const propertyWrites: Library = {
  modules: ['global'],
  calls: [{
    path: 'Member[set-property]',
    sinks: keyUses,
    examples: [
      { code: 'const all: any = load(); all[INPUT][INPUT] = 1', kind: 'property-key' },
      { code: 'const all: any = load(); const one = all[INPUT]; one[INPUT] = 1', kind: 'property-key' },
      { code: 'const all: any = {}; all[INPUT] = 1', kind: 'none' },
      { code: 'const all: any = load(); if (Object.hasOwn(all, INPUT)) all[INPUT][INPUT] = 1', kind: 'none' },
      { code: 'const all: any = load(); all[count()][INPUT] = 1', kind: 'none' },
    ],
  }],
}

function keyUses(call: CallView): SinkUse[] {
  const [object, key] = [call.arg(0), call.arg(1)]
  if (object.op === 'object' && object.kind !== 'instance') return []
  if (!isReachedByKey(call, object)) return []
  const outer = call.args.slice(3)
  if (outer.length === 0) return [{ kind: 'property-key', value: key, argument: 1 }]
  return call.isTainted(key, 'property-key') ? outer.map((value, index) => ({ kind: 'property-key', value, argument: index + 3 })) : []
}

/** An element of something that the code did not make, under a key that was not constant. */
function isReachedByKey(call: CallView, object: Value): boolean {
  return call.alternatives(object).some((way) => (way.op === 'field' && way.name === '*')
    || (way.op === 'unknown' && (way.label === 'entry' || /\.\*$|\[\]$/u.test(way.label))))
}
