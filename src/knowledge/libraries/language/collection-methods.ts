import type { MethodRow } from '../../../engine/rows.ts'

/** Methods of `Map`, `Set` and promises. */
export const collectionMethods: readonly MethodRow[] = [
  { names: ['get'], on: 'map', returns: (call) => call.receiver && call.entry(call.receiver, call.arg(0)) },
  {
    names: ['set'], on: 'map',
    returns: (call) => {
      if (call.receiver) call.store(call.receiver, [call.arg(1)], call.arg(0))
      return call.receiver
    },
  },
  {
    names: ['add'], on: 'set',
    returns: (call) => {
      if (call.receiver) call.store(call.receiver, call.args)
      return call.receiver
    },
  },
  { names: ['values'], on: 'map', returns: (call) => call.receiver && call.array(undefined, call.candidates(call.receiver)) },
  {
    names: ['values', 'keys'], on: 'set',
    returns: (call) => {
      const known = call.receiver && call.elements(call.receiver)
      return known ? call.array(known) : call.receiver && call.array(undefined, call.candidates(call.receiver))
    },
  },
  {
    names: ['entries'], on: 'map',
    returns: (call) => call.receiver
      && call.array(undefined, call.candidates(call.receiver).map((value) => call.array([call.unknown('key'), value]))),
  },
  {
    names: ['forEach'], on: 'map',
    returns: (call) => {
      if (call.receiver) for (const value of call.candidates(call.receiver)) call.call(call.arg(0), [value, call.unknown('key')])
      return call.constantOf(undefined)
    },
  },
  {
    names: ['then'], on: 'any',
    returns: (call) => (call.isFunction(call.arg(0)) && call.receiver ? call.call(call.arg(0), [call.receiver]) : undefined),
  },
  {
    names: ['catch'], on: 'any',
    returns: (call) => {
      if (!call.isFunction(call.arg(0)) || !call.receiver) return undefined
      const instead = call.mayCall(call.arg(0), [call.extern('caught', 'error')])
      return instead ? call.oneOf([call.receiver, instead]) : call.receiver
    },
  },
  {
    names: ['finally'], on: 'any',
    returns: (call) => {
      if (!call.isFunction(call.arg(0)) || !call.receiver) return undefined
      call.call(call.arg(0), [])
      return call.receiver
    },
  },
]
