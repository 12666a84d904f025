import type { Evaluator, Message, Site } from '../flow/evaluator.ts'
import type { Value } from '../flow/values.ts'
import type { RegistrationDraft } from '../rows.ts'

/** A message that code tells from others, as a registration: the function that it is handed to is its handler. */
export interface ToldMessage {
  readonly draft: RegistrationDraft
  readonly dialect: string
  /** The function in which its method is looked at. */
  readonly site: Site
  readonly message: Value
  readonly method: string
  /** What the handler was called with when the message was seen, and on what. */
  readonly args: readonly Value[]
  readonly self: Value | undefined
}

/** The innermost function that was given the message; where it is made on the way, the outermost that runs. */
export function toldMessage(machine: Evaluator, message: Value, method: string): ToldMessage | undefined {
  const known = machine.index.message(method)
  const here = machine.calls.at(-1)
  const handler = machine.calls.findLast((call) => call.args.includes(message)) ?? machine.calls[0]
  if (!known || !here || !handler) return undefined
  return {
    draft: {
      kind: known.row.kind, name: undefined, schemaState: 'advertised',
      handlers: [{ handler: handler.closure, parameters: [known.row.params] }],
    },
    dialect: known.dialect.name,
    site: { file: here.file, at: here.facts.at, args: [], callee: here.facts.name },
    message, method, args: handler.args, self: handler.self,
  }
}

/** What a handler reads off the message when it runs. */
export function messageGiven(machine: Evaluator, told: ToldMessage, [params]: readonly Value[]): Message {
  return { value: told.message, fields: new Map([['method', machine.table.constant(told.method)], ['params', params ?? machine.unknown]]) }
}
