import type { ExportingFile } from '../../engine/declaring-rows.ts'
import type { CallView, Dialect, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { ExternValue, Value } from '../../engine/flow/values.ts'
import { firstProperty } from './first-property.ts'
import { readDefinition } from './read-definition.ts'

/**
 * `@nuxtjs/mcp-toolkit` 0.21.0: files below `server/mcp` export `defineMcpTool({ … })` and its like by default. These
 * functions are imported for the file, so they are known by name. Handlers are as the SDK's: without `inputSchema` they
 * get the context alone. A name that is not given is that of the file. Variables of a template are not validated.
 */
export const nuxtMcpToolkit: Dialect = {
  name: 'nuxt-mcp-toolkit',
  modules: ['@nuxtjs/mcp-toolkit', '@nuxtjs/mcp-toolkit/server'],
  registrars: [],
  files: [{ location: /^(?:[^/]+\/)*server\/mcp\/.+\.[cm]?[jt]s$/u, read: readFile }],
}

function readFile(file: ExportingFile, view: CallView): RegistrationDraft[] {
  const fileName = file.path.slice(file.path.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]s$/u, '')
  return readDefined(view, file.exported('default'), view.constantOf(fileName))
}

function readDefined(view: CallView, value: Value, fallback: Value | undefined): RegistrationDraft[] {
  const definition = value.op === 'extern' ? value.args?.[0] : undefined
  if (value.op !== 'extern' || !definition || view.keys(definition) === undefined) return []
  const texts = definition
  const name = firstProperty(view, definition, ['name']) ?? fallback
  const handler = view.property(definition, 'handler')
  const draft = (kind: RegistrationDraft['kind'], parameters: (input: HandlerParameter, hasSchema: boolean) => HandlerParameter[]) => {
    const schemaValue = firstProperty(view, definition, ['inputSchema'])
    const read = readDefinition(view, { kind, name, handler, texts, schemaValue, parameters, place: definition })
    return read ? [read] : []
  }
  switch (kindOf(value)) {
    case 'Tool':
      return draft('tool', (input, hasSchema) => (hasSchema ? [input, 'clean'] : ['clean']))
    case 'Prompt':
      return draft('prompt', (input, hasSchema) => (hasSchema ? [input, 'clean'] : ['clean']))
    case 'Resource':
      return view.property(definition, 'uri').op === 'extern'
        ? draft('resource-template', (input) => [{ source: 'resource-uri', name: 'uri' }, input, 'clean'])
        : draft('resource', () => ['clean', 'clean'])
    case 'Handler':
      return ['tools', 'resources', 'prompts'].flatMap((key) => (view.elements(view.property(definition, key)) ?? [])
        .flatMap((item) => readDefined(view, item, undefined)))
    default:
      return []
  }
}

function kindOf(value: ExternValue): string | undefined {
  return /(?:^|\.)defineMcp(Tool|Prompt|Resource|Handler)\(\)$/u.exec(value.path)?.[1]
}
