import type { CallView, Dialect, Guard, Knowledge, Library, Proof, RegistrarRow } from '../engine/rows.ts'
import { highLevelRegistrars, positionalRegistrars } from '../knowledge/dialects/sdk-high-level.ts'
import { lowLevelRegistrars } from '../knowledge/dialects/sdk-low-level.ts'
import type { ExportReference, GuardSetting, RegisteringMethod, SecureMcpSettings, ServerSetting } from '../settings.ts'

/** What an organisation says of its own libraries, as the rows that the engine reads. */
export function settingsKnowledge(settings: SecureMcpSettings): Knowledge {
  return {
    libraries: [
      ...settings.sinks.map((sink): Library => ({
        modules: [sink.module],
        sinks: [{ path: `${accessPath(sink)}.Argument[${sink.argument}]`, kind: sink.kind, example: '' }],
      })),
      ...settings.sanitizers.map((item): Library => ({
        modules: [item.module], flows: [{ path: accessPath(item), returns: 'derived', clears: item.clears }],
      })),
      ...settings.sources.map((item): Library => ({
        modules: [item.module],
        calls: [{ path: accessPath(item), isEntry: true, returns: (call) => call.source(item.kind, item.export) }],
      })),
    ],
    guards: settings.guards.map(toGuard),
    dialects: settings.servers.map(toDialect),
    methods: [],
    schemas: [],
  }
}

/** `Database.prototype.query` is the method of an instance; `default` names the module itself. */
function accessPath(reference: ExportReference): string {
  return reference.export.split('.').filter((name) => name !== 'default')
    .map((name) => (name === 'prototype' ? 'Instance' : `Member[${name}]`)).join('.')
}

function toGuard(setting: GuardSetting): Guard {
  const key = accessPath(setting).replaceAll(/Member\[([^\]]+)\]/gu, '$1').replaceAll('Instance', 'new')
  const proofOf = (call: CallView): Proof[] => [{ value: call.arg(setting.argument), clears: setting.clears }]
  return {
    name: setting.export,
    paths: [`${setting.module.replace(/^node:/u, '')}:${key}`],
    prove: (call) => {
      if (setting.proves !== 'throws') return setting.proves === 'true' ? call.proves(proofOf(call)) : call.proves([], proofOf(call))
      call.learn(proofOf(call))
      return undefined
    },
  }
}

const SDK_ROWS = new Map([...highLevelRegistrars, ...positionalRegistrars, ...lowLevelRegistrars].map((row) => [methodOf(row), row]))

function methodOf({ path }: RegistrarRow): string {
  return /Member\[(\w+)\]$/u.exec(path)?.[1] ?? ''
}

/** The server's own methods beside those of the SDK, on what the export is, makes with `new`, or returns. */
function toDialect(setting: ServerSetting): Dialect {
  const path = accessPath(setting)
  const names = [...[...SDK_ROWS.keys()].map((name): [string, string] => [name, name]), ...Object.entries(setting.methods)]
  const forms = [path, `${path}.Instance`, `${path}.ReturnValue`].map((form) => form.replace(/^\./u, ''))
  return {
    name: `${setting.module}#${setting.export}`,
    modules: [setting.module],
    registrars: names.flatMap(([name, method]) => {
      const row = SDK_ROWS.get(method as RegisteringMethod)
      return row ? forms.map((form) => ({ path: `${form === '' ? '' : `${form}.`}Member[${name}]`, read: row.read })) : []
    }),
  }
}
