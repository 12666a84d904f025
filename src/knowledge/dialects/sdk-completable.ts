import type { CallRow, RegistrarRow } from '../../engine/rows.ts'

/**
 * `completable(schema, (value, context) => …)` in the schema of a prompt. What is to be completed is validated by
 * nothing, not even by that schema.
 */
export const completableRegistrars: readonly RegistrarRow[] = [{
  path: 'Member[completable]',
  read: (call) => {
    const handler = call.arg(1)
    if (!call.isFunction(handler)) return undefined
    const others = { fields: { arguments: { source: 'prompt-argument', name: 'arguments' } } } as const
    return {
      kind: 'completion', name: undefined, schemaState: 'none',
      handlers: [{ handler, parameters: [{ source: 'prompt-argument', name: 'value' }, others] }],
    }
  },
}]

/** It gives the schema that it was given. */
export const completableSchemas: readonly CallRow[] = [{ path: 'Member[completable]', returns: (call) => call.arg(0) }]
