import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

const OWNERS = ['Member[genkit].ReturnValue', 'Member[Genkit].Instance'] as const
const OWN = '@genkit-ai/mcp'

/**
 * `@genkit-ai/mcp` 1.42: `createMcpServer(ai)` exposes whatever `ai` defines. Only in a package that imports it are Genkit's
 * tools, prompts and resources registrations. Inputs are parsed with `inputSchema` (`input.schema` of a prompt); a
 * resource gets the URI and what its template made of it.
 */
export const genkitMcp: Dialect = {
  name: 'genkit-mcp',
  modules: [OWN],
  hosts: ['genkit', 'genkit/beta'],
  registrars: OWNERS.flatMap((owner) => [
    { path: `${owner}.Member[defineTool]`, read: readTool },
    { path: `${owner}.Member[definePrompt]`, read: readPrompt },
    { path: `${owner}.Member[defineResource]`, read: readResource },
  ]),
}

function isExposed(call: CallView): boolean {
  return call.imports(OWN, 'createMcpServer')
}

function readTool(call: CallView): RegistrationDraft | undefined {
  const config = call.arg(0)
  return isExposed(call) ? readDefinition(call, {
    kind: 'tool', name: call.property(config, 'name'), handler: call.arg(1), texts: config,
    schemaValue: firstProperty(call, config, ['inputSchema']), parameters: (input) => [input, 'clean'],
  }) : undefined
}

/** The second argument may be a text instead: then there is no handler. */
function readPrompt(call: CallView): RegistrationDraft | undefined {
  const config = call.arg(0)
  const input = call.property(config, 'input')
  return isExposed(call) ? readDefinition(call, {
    kind: 'prompt', name: call.property(config, 'name'), handler: call.arg(1), texts: config,
    schemaValue: call.keys(input) ? firstProperty(call, input, ['schema']) : undefined,
  }) : undefined
}

function readResource(call: CallView): RegistrationDraft | undefined {
  const config = call.arg(0)
  const isTemplate = call.keys(config)?.includes('template') ?? false
  return isExposed(call) ? readDefinition(call, {
    kind: isTemplate ? 'resource-template' : 'resource', name: call.property(config, 'name'), handler: call.arg(1), texts: config,
    parameters: (input) => (isTemplate ? [input, 'clean'] : ['clean', 'clean']),
  }) : undefined
}
