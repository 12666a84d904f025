import type { CallView, Library } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { taggedText } from './tagged-text.ts'
import { parseUrl } from './parse-url.ts'

/** The functions of the language that are no methods of a value. */
export const globals: Library = {
  modules: ['global'],
  flows: [
    { path: 'Member[Number,parseInt,parseFloat,Boolean,BigInt,isNaN,isFinite,Date]', returns: 'clean' },
    { path: 'Member[Math].Member[abs,ceil,floor,max,min,round,trunc,random,pow,sqrt]', returns: 'clean' },
    { path: 'Member[Number].Member[parseInt,parseFloat]', returns: 'clean' },
    { path: 'Member[Date].Member[now,parse]', returns: 'clean' },
    { path: 'Member[JSON].Member[parse]', returns: 'derived', from: [0] },
    // Since ES2019 what it gives is a literal of the language.
    { path: 'Member[JSON].Member[stringify]', returns: 'derived', from: [0], clears: ['code'] },
    { path: 'Member[encodeURI,decodeURI,decodeURIComponent,escape,unescape,atob,btoa]', returns: 'derived' },
    // It leaves A-Z a-z 0-9 - _ . ! ~ * ' ( ), of which no command can be made, not even where the apostrophe ends a quote.
    { path: 'Member[encodeURIComponent]', returns: 'derived', clears: ['url', 'redirected-url', 'url-path', 'shell-text'] },
    { path: 'Member[Buffer].Member[from,concat]', returns: 'derived', from: [0] },
    { path: 'Member[TextDecoder].Instance.Member[decode]', returns: 'derived', from: [0] },
    { path: 'Member[TextEncoder].Instance.Member[encode]', returns: 'derived', from: [0] },
    { path: 'Member[Object].Member[freeze,seal,preventExtensions]', returns: 'Argument[0]' },
    { path: 'Member[structuredClone]', returns: 'Argument[0]' },
    { path: 'Member[Promise].Member[all,resolve]', returns: 'Argument[0]' },
    { path: 'Member[process].Member[exit,abort]', returns: 'never' },
  ],
  calls: [
    { path: 'Member[String]', returns: (call) => call.derived('to-string', [call.arg(0)]) },
    { path: 'Member[String].Member[raw]', returns: (call) => call.text(call.args) },
    { path: 'Member[String].Member[raw].Tagged', returns: taggedText },
    {
      path: 'Member[Error,TypeError,RangeError,SyntaxError,EvalError,URIError,ReferenceError].Instance',
      returns: (call) => call.derived('instance', [call.arg(0)]),
      channels: (call) => [{ channel: 'error-text', value: call.arg(0), argument: 0 }],
    },
    { path: 'Member[URLSearchParams].Instance', returns: (call) => call.derived('instance', [call.arg(0)]) },
    { path: 'Member[Reflect].Member[get]', returns: (call) => call.entry(call.arg(0), call.arg(1)) },
    { path: 'Member[Reflect].Member[apply]', returns: (call) => call.call(call.arg(0), elementsOf(call, call.arg(2))) },
    { path: 'Member[Object].Member[entries]', returns: (call) => pairs(call, (key, value) => call.array([key, value])) },
    { path: 'Member[Object].Member[keys,getOwnPropertyNames]', returns: (call) => pairs(call, (key) => key) },
    { path: 'Member[Object].Member[values]', returns: (call) => pairs(call, (_, value) => value) },
    { path: 'Member[Object].Member[fromEntries]', returns: fromEntries },
    { path: 'Member[Object].Member[assign]', returns: assign },
    { path: 'Member[Object].Member[defineProperty]', returns: defineProperty },
    { path: 'Member[Object].Member[create]', returns: (call) => call.object({}) },
    { path: 'Member[Array].Member[from]', returns: arrayFrom },
    { path: 'Member[Array].Member[of]', returns: (call) => call.array(call.args) },
    { path: 'Member[Array].Member[isArray]', returns: (call) => call.proves([{ value: call.arg(0) }], [{ value: call.arg(0) }]) },
    { path: 'Member[Array].Instance', returns: (call) => call.array(undefined, []) },
    { path: 'Member[Promise].Member[race,any]', returns: (call) => call.element(call.arg(0)) },
    {
      path: 'Member[Promise].Member[allSettled]',
      returns: (call) => call.array(undefined, [call.object({ value: call.element(call.arg(0)), status: call.unknown('status') })]),
    },
    { path: 'Member[Promise].Instance', returns: (call) => call.settled(call.arg(0)) },
    { path: 'Member[URL].Instance', returns: parseUrl },
    { path: 'Member[URL].Member[parse]', returns: parseUrl },
    { path: 'Member[RegExp].Instance', returns: regExp },
    { path: 'Member[Set].Instance', returns: (call) => collection(call, 'set') },
    { path: 'Member[Map].Instance', returns: (call) => collection(call, 'map') },
  ],
}

function elementsOf(call: CallView, list: Value): readonly Value[] {
  return call.elements(list) ?? [call.element(list)]
}

function pairs(call: CallView, make: (key: Value, value: Value) => Value): Value {
  const object = call.arg(0)
  const keys = call.keys(object)
  const isKnown = keys !== undefined && keys.length > 0
  if (isKnown) return call.array(keys.map((key) => make(call.constantOf(key), call.property(object, key))))
  return call.array(undefined, call.candidates(object).map((value) => make(call.derived('key', [object]), value)))
}

function fromEntries(call: CallView): Value {
  const entries = call.elements(call.arg(0))
  const known = entries?.map((entry) => ({ key: call.constant(call.property(entry, '0'))?.value, value: call.property(entry, '1') }))
  if (known?.every((entry) => typeof entry.key === 'string')) {
    return call.object(Object.fromEntries(known.map((entry) => [String(entry.key), entry.value])))
  }
  return call.derived('entries', [call.property(call.element(call.arg(0)), '1')])
}

function assign(call: CallView): Value {
  const target = call.arg(0)
  for (const source of call.args.slice(1)) {
    const keys = call.keys(source)
    if (keys) for (const key of keys) call.store(target, [call.property(source, key)], call.constantOf(key))
    else call.store(target, [call.element(source)], call.unknown('key'))
  }
  return target
}

/** Compilers write re-exports as properties with a getter. */
function defineProperty(call: CallView): Value {
  const [target, key, descriptor] = [call.arg(0), call.arg(1), call.arg(2)]
  const getter = call.property(descriptor, 'get')
  const value = call.isFunction(getter) ? call.call(getter, []) : call.property(descriptor, 'value')
  if (call.constant(key)) call.store(target, [value], key)
  return target
}

function arrayFrom(call: CallView): Value {
  const source = call.arg(0)
  const mapper = call.arg(1)
  const known = call.elements(source)
  const convert = (item: Value): Value => (call.isFunction(mapper) ? call.call(mapper, [item, call.unknown('index')]) : item)
  return known ? call.array(known.map(convert)) : call.array(undefined, call.candidates(source).map(convert))
}

function regExp(call: CallView): Value | undefined {
  const [source, flags] = [call.constant(call.arg(0))?.value, call.constant(call.arg(1))?.value]
  return typeof source === 'string' ? call.regex(source, typeof flags === 'string' ? flags : '') : undefined
}

function collection(call: CallView, kind: 'map' | 'set'): Value {
  const source = call.arg(0)
  const known = call.elements(source)
  if (kind === 'set') {
    const values = known ?? (call.args.length > 0 ? [call.element(source)] : [])
    return call.collection('set', values.map((value) => ({ key: undefined, value })))
  }
  const entries = known ?? (call.args.length > 0 && call.constant(source) === undefined ? [call.element(source)] : [])
  return call.collection('map', entries.map((entry) => ({ key: call.property(entry, '0'), value: call.property(entry, '1') })))
}
