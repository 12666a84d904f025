import type { ExportingFile } from '../../engine/declaring-rows.ts'
import type { CallView, Dialect, RegistrationDraft } from '../../engine/rows.ts'
import { readDefinition } from './read-definition.ts'
import { definitionsIn } from './read-table.ts'

/**
 * `xmcp` 0.6 and 1.1: a file below `src/tools`, `src/prompts` or `src/resources` is a registration. The default export is
 * the handler `(args, extra)`, `schema` a raw shape that the arguments are parsed with, `metadata` holds the name, which
 * is that of the file where it is missing. What a resource is given comes from its URI and is not validated.
 */
export const xmcp: Dialect = {
  name: 'xmcp',
  modules: ['xmcp'],
  registrars: [],
  files: [
    { location: /^(?:src\/)?tools\/.+\.[cm]?[jt]sx?$/u, read: (file, view) => readFile(file, view, 'tool') },
    { location: /^(?:src\/)?prompts\/.+\.[cm]?[jt]sx?$/u, read: (file, view) => readFile(file, view, 'prompt') },
    { location: /^(?:src\/)?resources\/.+\.[cm]?[jt]sx?$/u, read: (file, view) => readFile(file, view, 'resource-template') },
  ],
}

function readFile(file: ExportingFile, view: CallView, kind: 'tool' | 'prompt' | 'resource-template'): RegistrationDraft | undefined {
  const handler = file.exported('default')
  const [metadata] = definitionsIn(view, file.exported('metadata'))
  const name = metadata && view.keys(metadata)?.includes('name') ? view.property(metadata, 'name') : view.constantOf(fileName(file.path))
  const isFixed = kind === 'resource-template' && !file.path.includes('[')
  return readDefinition(view, {
    kind: isFixed ? 'resource' : kind, name, handler, place: handler,
    schemaValue: kind === 'resource-template' ? undefined : file.exported('schema'), texts: metadata,
    parameters: (input) => (isFixed ? ['clean', 'clean'] : [input, 'clean']),
  })
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/u, '')
}
