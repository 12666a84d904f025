import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'
import { sdkRows } from './sdk-rows.ts'

const MODULES = ['skybridge/server', 'skybridge'] as const
const SERVER = 'Member[McpServer].Instance'

/**
 * `skybridge` 0.35: its `McpServer` extends the SDK's, and `registerWidget(name, resource, config, handler)` is a tool with
 * a view. In 2.x `new Skybridge({ handler })` hands the server to a callback and `registerTool` takes the name in its
 * first argument. Arguments are parsed as the SDK does it. Registrations give the server back.
 */
export const skybridge: Dialect = {
  name: 'skybridge',
  modules: MODULES,
  registrars: [
    { path: `${SERVER}.Member[registerTool]`, byName: isUsed, read: readNamedInside },
    { path: `${SERVER}.Member[registerWidget]`, byName: isUsed, read: readWidget },
    ...sdkRows,
  ],
  calls: [
    { path: `${SERVER}.Member[registerTool,registerWidget,use]`, returns: (call) => call.receiver },
    { path: 'Member[Skybridge].Instance', isEntry: true, returns: handOverServer },
  ],
}

function isUsed(call: CallView): boolean {
  return MODULES.some((module) => call.imports(module, 'McpServer') || call.imports(module, 'Skybridge'))
}

function readNamedInside(call: CallView): RegistrationDraft | undefined {
  const [config, handler] = [call.arg(0), call.arg(1)]
  if (!call.keys(config)?.includes('name')) return undefined
  return readDefinition(call, {
    kind: 'tool', name: call.property(config, 'name'), handler, texts: config, schemaValue: firstProperty(call, config, ['inputSchema']),
    parameters: (input, hasSchema) => (hasSchema ? [input, 'clean'] : ['clean']),
  })
}

function readWidget(call: CallView): RegistrationDraft | undefined {
  const config = call.arg(2)
  return readDefinition(call, {
    kind: 'tool', name: call.arg(0), handler: call.arg(3), texts: config, place: config,
    schemaValue: firstProperty(call, config, ['inputSchema']),
    parameters: (input, hasSchema) => (hasSchema ? [input, 'clean'] : ['clean']),
  })
}

function handOverServer(call: CallView): undefined {
  const handler = call.property(call.arg(0), 'handler')
  if (call.isFunction(handler)) call.call(handler, [call.extern(MODULES[0], 'McpServer.new')])
  return undefined
}
