import type { CallView, HandlerParameter, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'
import type { SourceKind } from '../kinds.ts'
import { readSchemaArgument } from './sdk-schema-argument.ts'
import type { SchemaArgument } from './sdk-schema-argument.ts'

/** How a framework takes a tool, a prompt or a template. */
export interface DefinitionForm {
  readonly kind: RegistrationDraft['kind']
  readonly name: Value | undefined
  readonly handler: Value
  /** What stands where the schema of the input belongs. */
  readonly schemaValue?: Value | undefined
  /** What it is, where that takes more than reading a schema or a raw shape. */
  readonly schema?: SchemaArgument
  /** False where the framework tells clients of the schema and does not parse with it. True by default. */
  readonly isEnforced?: boolean
  /** What the handler is given, in order, from what stands for the input; the input alone by default. */
  readonly parameters?: (input: HandlerParameter, hasSchema: boolean) => readonly HandlerParameter[]
  /** Where the description and the annotations are. */
  readonly texts?: Value | undefined
  readonly place?: Value
}

const SOURCES: Readonly<Partial<Record<RegistrationDraft['kind'], SourceKind>>> = {
  tool: 'tool-argument', prompt: 'prompt-argument', resource: 'resource-uri', 'resource-template': 'resource-uri',
}

/** One registration; `undefined` where there is no function that could be its handler. */
export function readDefinition(view: CallView, form: DefinitionForm): RegistrationDraft | undefined {
  const { kind, handler, schemaValue, isEnforced = true, parameters = (input) => [input], texts } = form
  if (!isHandler(view, handler)) return undefined
  const schema = form.schema ?? (schemaValue ? readSchemaArgument(view, schemaValue) : { form: 'none' as const })
  const enforced = isEnforced && schema.form === 'schema' ? schema.schema : undefined
  const isHidden = isEnforced && schema.form === 'unknown'
  const input: HandlerParameter = {
    source: SOURCES[kind] ?? 'request-field', name: '', ...(enforced ? { schema: enforced } : {}),
    ...(isHidden ? { schema: { clears: 0, open: true, unknown: true } } : {}),
  }
  return {
    kind, name: form.name, handlers: [{ handler, parameters: parameters(input, schema.form !== 'none') }],
    schemaState: enforced ? 'enforced' : isHidden ? 'unknown' : schema.form === 'none' ? 'none' : 'advertised',
    ...(enforced ? { schema: enforced } : {}), ...(schemaValue ? { schemaValue } : {}),
    ...(texts ? { description: view.property(texts, 'description'), annotations: view.property(texts, 'annotations') } : {}),
    ...(form.place ? { place: form.place } : {}),
  }
}

function isHandler(view: CallView, value: Value): boolean {
  return view.isFunction(value) || (value.op === 'extern' && value.args !== undefined)
}
