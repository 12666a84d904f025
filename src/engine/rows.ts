import type { SinkKind, SourceKind } from '../knowledge/kinds.ts'
import type { Constant } from './facts/ir.ts'
import type { Clears } from './flow/bits.ts'
import type { SchemaNode } from './flow/schema-node.ts'
import type { FlowState, Value } from './flow/values.ts'
import type { RegistrationKind, SchemaState } from './registrations/registration.ts'

/**
 * The shape that knowledge must have. Access paths are written as `Member[exec,execSync].Argument[0]`: member, instance
 * (`new X()` or something annotated `X`), return value and argument, from a module or from the platform's globals.
 */

/** What one call looks like to a row: its operands, questions about them, and ways to say what comes back. */
export interface CallView {
  readonly args: readonly Value[]
  /** The object whose method is called, where there is one. */
  readonly receiver: Value | undefined
  readonly isNew: boolean
  /** True where a spread hides how many arguments there are. */
  readonly isOpen: boolean
  /** The argument at an index, or `undefined` (the constant) past the end. */
  arg(index: number): Value
  /** The property of an object that the code made or of anything else; a missing one is the constant `undefined`. */
  property(object: Value, name: string): Value
  /** The entry of an object, a map or anything else under a key that need not be constant. */
  entry(container: Value, key: Value): Value
  /** The names of the properties of an object that the code made; `undefined` for anything else. */
  keys(object: Value): readonly string[] | undefined
  /** The elements of an array that the code made, in order; `undefined` when their number is not known. */
  elements(array: Value): readonly Value[] | undefined
  /** An element, whichever. */
  element(array: Value): Value
  /** The constant that a value is, wrapped; `undefined` when it is not one. */
  constant(value: Value): { readonly value: Constant } | undefined
  /** The alternatives that a value may be. */
  alternatives(value: Value): readonly Value[]
  /** The parts of a text in order; a value that is no text is its own only part. */
  parts(text: Value): readonly Value[]
  isFunction(value: Value): boolean
  /** True for what comes, even in part, from a source that nothing has cleared for this kind. */
  isTainted(value: Value, kind: SinkKind): boolean
  /** True for what comes, even in part, from any source. */
  comesFromSource(value: Value): boolean
  /** What the value is on which it was proved: the flow states that hold for it here. */
  has(value: Value, state: FlowState): boolean
  /** Calls a function value, as a library calls back. */
  call(callee: Value, args: readonly Value[]): Value
  /** What a truthy result of the function proves about its argument: calls it under `element` and keeps the facts. */
  accepted(callee: Value, argument: Value): Value
  /** A condition that keeps what it proves on one side only. */
  oneSided(test: Value, truthy: boolean): Value
  /** A `Map` or a `Set` with these entries; entries under the key `undefined` may stand anywhere. */
  collection(kind: 'map' | 'set', entries: readonly { readonly key: Value | undefined; readonly value: Value }[]): Value
  /** What a promise made by this executor settles to. */
  settled(executor: Value): Value
  /** Puts values into the receiver: at its end for an array, under a key for a map or an object. */
  store(container: Value, values: readonly Value[], key?: Value): void
  constantOf(value: Constant): Value
  regex(source: string, flags: string): Value
  unknown(label: string): Value
  derived(name: string, inputs: readonly Value[], clears?: Clears): Value
  text(parts: readonly Value[]): Value
  oneOf(values: readonly Value[]): Value
  array(elements: readonly Value[] | undefined, others?: readonly Value[]): Value
  object(fields: Readonly<Record<string, Value>>): Value
  /** A condition that, on one side, proves kinds cleared or states reached for a value. */
  proves(whenTrue: readonly Proof[], whenFalse?: readonly Proof[]): Value
  /** Proves something from here on: for functions that only return if it holds. */
  learn(proofs: readonly Proof[]): void
  /** A value that is untrusted from here on. */
  source(kind: SourceKind, name: string): Value
  schema(value: Value): SchemaNode | undefined
  /** A value as a schema lets it through. */
  parsed(input: Value, schema: SchemaNode): Value
}

export interface Proof {
  readonly value: Value
  readonly clears?: Clears
  readonly states?: readonly FlowState[]
}

/** An argument, or a part of one, that a call puts to harmful use. */
export interface SinkUse {
  readonly kind: SinkKind
  readonly value: Value
  /** The index of the argument that carries it: where the report stands. */
  readonly argument: number
  /** What a message calls the sink; the callee's own name without it. */
  readonly name?: string
}

export interface SinkRow {
  readonly path: string
  readonly kind: SinkKind
  /** Code in which the identifier `INPUT` must be found at this sink. */
  readonly example: string
  /** The documentation that says so. */
  readonly source?: string
}

/** What comes back from a call, where it is neither unknown nor a new object of the library. */
export interface FlowRow {
  readonly path: string
  /** An argument itself, or something that carries the arguments named by `from` (all of them by default). */
  readonly returns: 'derived' | 'clean' | 'never' | `Argument[${number}]` | 'receiver'
  readonly from?: readonly number[]
  readonly clears?: Clears
}

/** Where rows cannot say it: one pure function for a call. */
export interface CallRow {
  readonly path: string
  readonly sinks?: (call: CallView) => readonly SinkUse[]
  readonly returns?: (call: CallView) => Value | undefined
  /** True where a file that calls it is a place to start from, as one that registers something is. */
  readonly isEntry?: boolean
  /** Code in which the identifier `INPUT` must be found at a sink of each kind. */
  readonly examples?: readonly { readonly code: string; readonly kind: SinkKind | 'none' }[]
}

/** All that is known of one library, in one place. */
export interface Library {
  /** The module names that it answers to; `global` stands for the platform's globals. */
  readonly modules: readonly string[]
  readonly sinks?: readonly SinkRow[]
  readonly flows?: readonly FlowRow[]
  readonly calls?: readonly CallRow[]
}

/** A method that is known by its name alone, whatever it is called on: those of the language's own values. */
export interface MethodRow {
  readonly names: readonly string[]
  /**
   * What the receiver must be. `list`, `map` and `set` are made by the code itself; `text` is anything but an object;
   * `array` is a list, or anything else that is not evidently something of a library.
   */
  readonly on: 'text' | 'array' | 'list' | 'map' | 'set' | 'any'
  readonly sinks?: (call: CallView) => readonly SinkUse[]
  readonly returns?: (call: CallView, name: string) => Value | undefined
}

/** A check, known by what it proves. */
export interface Guard {
  readonly name: string
  /** Method names, access paths (`path:isAbsolute`) or operators that may be this check. */
  readonly methods?: readonly string[]
  readonly paths?: readonly string[]
  readonly prove: (call: CallView) => Value | undefined
}

/** How an argument of a handler is to be trusted. `clean` is not a source. */
export type HandlerParameter =
  | { readonly source: SourceKind; readonly name: string; readonly schema?: SchemaNode; readonly isRawArguments?: boolean }
  | { readonly fields: Readonly<Record<string, HandlerParameter>> }
  | { readonly toolName: true }
  | 'clean'

export interface HandlerDraft {
  readonly handler: Value
  readonly parameters: readonly HandlerParameter[]
}

export interface RegistrationDraft {
  readonly kind: RegistrationKind
  readonly name: Value | undefined
  readonly description?: Value
  readonly annotations?: Value
  readonly schema?: SchemaNode
  readonly schemaState: SchemaState
  readonly handlers: readonly HandlerDraft[]
}

/** One way of registering handlers: a method of a framework's object, or a function of it. */
export interface RegistrarRow {
  /** Access path, as in `Member[McpServer].Instance.Member[registerTool]`. */
  readonly path: string
  /** Recognised by the method's name too, where the receiver is unknown and the file speaks of MCP. */
  readonly byName?: boolean
  readonly read: (call: CallView) => RegistrationDraft | readonly RegistrationDraft[] | undefined
}

export interface Dialect {
  readonly name: string
  readonly modules: readonly string[]
  readonly registrars: readonly RegistrarRow[]
  /** Reads an object literal that defines a tool, wherever it is registered; `undefined` for any other object. */
  readonly definition?: (object: Value, view: CallView) => RegistrationDraft | undefined
  /** The names under which such an object holds its handler: what to look for in a file. */
  readonly handlerKeys?: readonly string[]
}

/** Reads the schemas of one library. */
export interface SchemaReader {
  readonly modules: readonly string[]
  /** What the schema enforces; `undefined` when the value is none of its schemas. */
  readonly read: (value: Value, view: CallView) => SchemaNode | undefined
}

/** Everything that the engine is told about the world. */
export interface Knowledge {
  readonly libraries: readonly Library[]
  readonly methods: readonly MethodRow[]
  readonly guards: readonly Guard[]
  readonly dialects: readonly Dialect[]
  readonly schemas: readonly SchemaReader[]
}
