import type { Capability, SinkKind, SourceKind } from '../knowledge/kinds.ts'
import type { ChannelUse, Held, LeavingRow } from './confidential-rows.ts'
import type { ClassRow, DecoratorRow, FileRow, MessageRow } from './declaring-rows.ts'
import type { Constant } from './facts/ir.ts'
import type { Clears } from './flow/bits.ts'
import type { EnvironmentRow } from './environment-rows.ts'
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
  /** What the text calls the callee by: `server.tool`; empty where it has no name. */
  readonly callee: string
  /** True where a spread hides how many arguments there are. */
  readonly isOpen: boolean
  /** The argument at an index, or `undefined` (the constant) past the end. */
  arg(index: number): Value
  /** What the text calls an argument by: the name of its variable or member; empty where it has none. */
  nameOf(index: number): string
  /** The property of an object that the code made or of anything else; a missing one is the constant `undefined`. */
  property(object: Value, name: string): Value
  /** The entry of an object, a map or anything else under a key that need not be constant. */
  entry(container: Value, key: Value): Value
  /** The names of the properties of an object that the code made; `undefined` for anything else. */
  keys(object: Value): readonly string[] | undefined
  /** The names of the methods of an instance of a class of the package, inherited ones included, private ones left out. */
  methods(instance: Value): readonly string[]
  /** The elements of an array that the code made, in order; `undefined` when their number is not known. */
  elements(array: Value): readonly Value[] | undefined
  /** An element, whichever. */
  element(array: Value): Value
  /** What an element, or a property of an object, may be: one by one while tools are registered or listed, else one for all. */
  candidates(container: Value): readonly Value[]
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
  /** Calls a function that may as well not be called; `undefined` where it does not come back. */
  mayCall(callee: Value, args: readonly Value[]): Value | undefined
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
  /** Something of a library, by its module and the key of its access path: `McpServer.new`. */
  extern(module: string, path: string): Value
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
  /** Whether a file of the package imports this; a module that is required as a whole may be there for any name. */
  imports(module: string, name: string): boolean
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

/** Where rows cannot say it: one pure function for a call. An assignment is a call of `Member[set body]` with the value. */
export interface CallRow extends LeavingRow {
  readonly path: string
  readonly sinks?: (call: CallView) => readonly SinkUse[]
  readonly returns?: (call: CallView) => Value | undefined
  /** What a function among its arguments is called with, as far as it is known. */
  readonly callbacks?: (call: CallView, callback: Value) => readonly Value[]
  /** True where a file that calls it is a place to start from, as one that registers something is. */
  readonly isEntry?: boolean
  /** What is certain to be changed by it, beside what its sinks let expect of it. */
  readonly change?: (call: CallView) => Change | undefined
  /** Code in which the identifier `INPUT` must be found at a sink of each kind. */
  readonly examples?: readonly { readonly code: string; readonly kind: SinkKind | 'none' }[]
}

/** `deletes`: what was there is gone afterwards; `writes`: something is made, changed or sent. */
export type Change = 'writes' | 'deletes'

/** What a call does to the world. `change` is given where it is certain that something lasting is changed. */
export interface EffectUse {
  readonly capability: Capability
  readonly change?: Change
}

/**
 * What a call does whatever it is given. A call that has sinks and no such row has the capability of their kinds and
 * changes nothing that is certain.
 */
export interface EffectRow {
  readonly path: string
  readonly capability: Capability
  readonly change?: Change | ((call: CallView) => Change | undefined)
}

/** All that is known of one library, in one place. */
export interface Library {
  /** The module names that it answers to; `global` stands for the platform's globals. */
  readonly modules: readonly string[]
  /** Folders of modules each of which is one member: `validator/lib` of `validator/lib/isURL`, which is `isURL`. */
  readonly memberFolders?: readonly string[]
  readonly sinks?: readonly SinkRow[]
  readonly flows?: readonly FlowRow[]
  readonly calls?: readonly CallRow[]
  readonly effects?: readonly EffectRow[]
  /** True where its import says that every request over HTTP is logged, refused ones too. */
  readonly logsRequests?: boolean
  /** True for the text of a callee by which a call is known to log something, whoever's function it is. */
  readonly logs?: (callee: string) => boolean
  readonly environment?: EnvironmentRow
  /** What is confidential of it, by access path: `process.env.API_KEY`. */
  readonly holds?: (path: string) => Held | undefined
}

/** A method that is known by its name alone, whatever it is called on: those of the language's own values. */
export interface MethodRow {
  readonly names: readonly string[]
  /**
   * What the receiver must be. `list`, `map` and `set` are made by the code itself; `text` is anything but an object;
   * `array` is a list, or anything else that is not evidently something of a library.
   */
  readonly on: 'text' | 'array' | 'list' | 'map' | 'set' | 'any'
  /** True where it holds for a method of the package's own too: whatever that does with it, in the end it gets there. */
  readonly isHandedOn?: boolean
  readonly sinks?: (call: CallView) => readonly SinkUse[]
  readonly returns?: (call: CallView, name: string) => Value | undefined
  readonly channels?: (call: CallView, name: string) => readonly ChannelUse[]
  readonly effect?: (call: CallView) => EffectUse | undefined
}

/** A check, known by what it proves. */
export interface Guard {
  readonly name: string
  /** Method names, access paths (`path:isAbsolute`) or operators that may be this check. */
  readonly methods?: readonly string[]
  readonly paths?: readonly string[]
  readonly prove: (call: CallView) => Value | undefined
}

/** How an argument of a handler is to be trusted. `clean` is not a source, an `address` comes parsed, as a `URL`. */
export type HandlerParameter =
  | { readonly source: SourceKind; readonly name: string; readonly schema?: SchemaNode; readonly isRawArguments?: boolean }
  | { readonly address: HandlerParameter }
  /** An object; `rest` is what its other properties are read from. */
  | { readonly fields: Readonly<Record<string, HandlerParameter>>; readonly rest?: HandlerParameter }
  /** A function that gives this. */
  | { readonly returns: HandlerParameter }
  | { readonly toolName: true }
  /** Something of a library, of which rows say what it does and holds. */
  | { readonly module: string; readonly path: string }
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
  /** What stands where the schema belongs, whatever it is. */
  readonly schemaValue?: Value
  readonly schemaState: SchemaState
  /** The object on which it is registered. */
  readonly server?: Value
  readonly handlers: readonly HandlerDraft[]
  /** The object literal or the function that defines it, where that and not the call is its place. */
  readonly place?: Value
}

/** What a row gives: what is registered, if anything is. */
export type Drafts = RegistrationDraft | readonly RegistrationDraft[] | undefined

/** One way of registering handlers: a method of a framework's object, or a function of it. */
export interface RegistrarRow {
  /** Access path, as in `Member[McpServer].Instance.Member[registerTool]`. */
  readonly path: string
  /**
   * Recognised by the method's name too, where the receiver is unknown and the file speaks of MCP; a function says
   * whether the call looks like one.
   */
  readonly byName?: boolean | ((call: CallView) => boolean)
  /** The methods by which the class is known where a bundle contains it: they keep their names when all else is renamed. */
  readonly inlinedWith?: readonly string[]
  /** The path is a property to which the handler is assigned: `read` sees it as the only argument. */
  readonly isAssigned?: boolean
  /** A method of what a registration returned: no place to start from. */
  readonly isFollowUp?: boolean
  readonly read: (call: CallView) => Drafts
}

export interface Dialect {
  readonly name: string
  /** The modules that mark a package as an MCP server or client. */
  readonly modules: readonly string[]
  /** Further modules on whose objects it registers and that say nothing of MCP; `global` is the platform. */
  readonly hosts?: readonly string[]
  /** Modules, and names imported from others, that mark a server on standard input and output. */
  readonly stdio?: readonly string[]
  /** Words that mark a file where no import does. */
  readonly words?: readonly string[]
  readonly registrars: readonly RegistrarRow[]
  /** What else calls of the framework do, such as handing a server to a callback. */
  readonly calls?: readonly CallRow[]
  readonly messages?: readonly MessageRow[]
  readonly classes?: readonly ClassRow[]
  readonly decorators?: readonly DecoratorRow[]
  readonly files?: readonly FileRow[]
  /** Reads an object literal that defines a tool, wherever it is registered; `undefined` for any other object. */
  readonly definition?: (object: Value, view: CallView) => RegistrationDraft | undefined
  /** The names under which such an object holds its handler: what to look for in a file. */
  readonly handlerKeys?: readonly string[]
}

/** Reads the schemas of one library. */
export interface SchemaReader {
  readonly modules: readonly string[]
  /** True for a notation that tells the client what to send and checks nothing. */
  readonly isDescription?: boolean
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
