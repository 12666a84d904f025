import type { Library } from '../../../engine/rows.ts'
import type { CallView, SinkUse } from '../../../engine/rows.ts'

/** What compiles text: https://tc39.es/ecma262/#sec-eval-x, the constructors of functions, timers given a text. */
export const code: Library = {
  modules: ['global'],
  calls: [
    {
      path: 'Member[eval]',
      sinks: (call) => [{ kind: 'code', value: call.arg(0), argument: 0 }],
      examples: [{ code: 'eval(`1 + ${INPUT}`)', kind: 'code' }],
    },
    {
      path: 'Member[Function]', sinks: allArguments,
      examples: [{ code: "Function('a', INPUT)(1)", kind: 'code' }],
    },
    {
      path: 'Member[Function].Instance', sinks: allArguments,
      examples: [{ code: 'new Function(`return ${INPUT}`)()', kind: 'code' }],
    },
    {
      path: 'Member[setTimeout,setInterval]',
      sinks: (call) => (call.parts(call.arg(0)).length > 1 ? [{ kind: 'code', value: call.arg(0), argument: 0 }] : []),
      examples: [{ code: 'setTimeout(`run(${INPUT})`, 1)', kind: 'code' }],
    },
    {
      path: 'Member[import]', sinks: moduleUses,
      examples: [
        { code: 'await import(INPUT)', kind: 'code' },
        { code: 'await import(`./plugins/${INPUT}.js`)', kind: 'path' },
      ],
    },
    { path: 'Member[require]', sinks: moduleUses, examples: [{ code: 'require(INPUT)', kind: 'code' }] },
    { path: 'Member[require].Member[resolve]', returns: (call) => call.derived('resolve', [call.arg(0)]) },
  ],
}

function allArguments(call: CallView): SinkUse[] {
  return call.args.map((value, argument) => ({ kind: 'code', value, argument }))
}

/** A module of any name may be a `data:` address; behind a folder of the code's own it is a file that is run. */
function moduleUses(call: CallView): SinkUse[] {
  const value = call.arg(0)
  const [first] = call.parts(value)
  const isBelow = first !== undefined && /[\\/]$|[\\/]./u.test(String(call.constant(first)?.value ?? ''))
  const isFile = value.op === 'derived' && /^(?:join|resolve|realpath|normalize|Member\[pathToFileURL\b.*)$/u.test(value.name)
  return [{ kind: isBelow || isFile ? 'path' : 'code', value, argument: 0 }]
}
