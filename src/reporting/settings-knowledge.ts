import type { Value } from '../engine/flow/values.ts'
import type {
  CallView, Dialect, Guard, HandlerParameter, Knowledge, Library, Proof, RegistrarRow, RegistrationDraft,
} from '../engine/rows.ts'
import { highLevelRegistrars, positionalRegistrars } from '../knowledge/dialects/sdk-high-level.ts'
import { requestContext } from '../knowledge/dialects/request-context.ts'
import { lowLevelRegistrars } from '../knowledge/dialects/sdk-low-level.ts'
import { readSchemaArgument } from '../knowledge/dialects/sdk-schema-argument.ts'
import type { SchemaArgument } from '../knowledge/dialects/sdk-schema-argument.ts'
import type {
  ArgumentPlace, ExportReference, GuardSetting, Registering, RegisteringArguments, SecureMcpSettings, ServerSetting,
} from '../settings.ts'

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

type Read = RegistrarRow['read']

const SDK_READERS = new Map(
  [...highLevelRegistrars, ...positionalRegistrars, ...lowLevelRegistrars].filter((row) => !row.isFollowUp && !row.isAssigned)
    .map((row): [string, Read] => [methodOf(row), row.read]),
)

function methodOf({ path }: RegistrarRow): string {
  return /Member\[(\w+)\]$/u.exec(path)?.[1] ?? ''
}

/** The server's own methods beside those of the SDK, on what the export is, makes with `new`, or returns. */
function toDialect(setting: ServerSetting): Dialect {
  const path = accessPath(setting)
  const own = Object.entries(setting.methods).map(([name, method]): [string, Read] => [name, readerOf(method)])
  const methods = new Map([...SDK_READERS, ...own])
  const forms = [path, `${path}.Instance`, `${path}.ReturnValue`].map((form) => form.replace(/^\./u, ''))
  return {
    name: `${setting.module}#${setting.export}`,
    modules: [setting.module],
    registrars: [
      ...[...methods].flatMap(([name, read]) => forms.map((form) => ({ path: `${form === '' ? '' : `${form}.`}Member[${name}]`, read }))),
      ...(setting.registers === undefined ? [] : [{ path, read: readerOf(setting.registers) }]),
    ],
  }
}

function readerOf(registering: Registering): Read {
  if (typeof registering !== 'string') return (call) => readArguments(call, registering)
  return SDK_READERS.get(registering) ?? (() => undefined)
}

/** A registration whose parts stand where the setting says; its handler gets the arguments first, then a context. */
function readArguments(call: CallView, places: RegisteringArguments): RegistrationDraft | undefined {
  const handler = valueAt(call, places.handler)
  if (!call.isFunction(handler)) return undefined
  const schema: SchemaArgument = places.schema === undefined ? { form: 'none' } : readSchemaArgument(call, valueAt(call, places.schema))
  const node = schema.form === 'schema' ? schema.schema : schema.form === 'unknown' ? { clears: 0, open: true, unknown: true } : undefined
  const parameter: HandlerParameter = {
    source: places.kind === 'tool' ? 'tool-argument' : 'prompt-argument', name: '', ...(node ? { schema: node } : { isRawArguments: true }),
  }
  return {
    kind: places.kind, name: valueAt(call, places.name), schemaState: schema.form === 'schema' ? 'enforced' : schema.form,
    handlers: [{ handler, parameters: [parameter, requestContext(call)] }],
    ...(schema.form === 'schema' ? { schema: schema.schema } : {}),
    ...(places.description === undefined ? {} : { description: valueAt(call, places.description) }),
  }
}

function valueAt(call: CallView, place: ArgumentPlace): Value {
  const [index = '0', ...names] = String(place).split('.')
  return names.reduce((value, name) => call.property(value, name), call.arg(Number(index)))
}
