import type { ClassFacts, Constant, FileFacts, FunctionFacts, Range } from '../facts/ir.ts'
import type { Frame } from './frame.ts'
import type { Source } from './source.ts'

/**
 * What the analysis knows of a value. Values are interned: two that are made the same way are the same object, so a
 * fact proved of one holds for every alias of it. A value never changes; what changes is the state that refers to it.
 */
export type Value =
  | ConstantValue
  | RegexValue
  | UnknownValue
  | SourceValue
  | FieldValue
  | TextValue
  | DerivedValue
  | ExternValue
  | ChoiceValue
  | ObjectValue
  | ClosureValue
  | ClassValue
  | NativeValue
  | TestValue

interface Interned {
  readonly id: number
  /** True where a source may be in it, but for what objects hold: that is in the state. */
  readonly isTainted: boolean
}

export interface ConstantValue extends Interned {
  readonly op: 'constant'
  readonly constant: Constant
}

export interface RegexValue extends Interned {
  readonly op: 'regex'
  readonly source: string
  readonly flags: string
}

/** Nothing is known but that it comes from no source; `label` tells one unknown from another. */
export interface UnknownValue extends Interned {
  readonly op: 'unknown'
  readonly label: string
}

export interface SourceValue extends Interned {
  readonly op: 'source'
  readonly source: Source
}

/** A property (`name`) or any element (`*`) of something that is not an object the file made itself. */
export interface FieldValue extends Interned {
  readonly op: 'field'
  readonly base: Value
  readonly name: string
  readonly clears: number
}

/** Text put together from parts, in order. */
export interface TextValue extends Interned {
  readonly op: 'text'
  readonly parts: readonly Value[]
}

/** The result of an operation that carries what it was given, but for the kinds that it clears. */
export interface DerivedValue extends Interned {
  readonly op: 'derived'
  readonly name: string
  readonly inputs: readonly Value[]
  readonly clears: number
}

/** Something of another module or of the platform, by its access path: `exec`, `Client.new.query`, `string().regex`. */
export interface ExternValue extends Interned {
  readonly op: 'extern'
  readonly module: string
  readonly path: string
  /** What it is a member or a result of. */
  readonly from?: Value
  readonly args?: readonly Value[]
  /** The result of a call of which nothing is known: it may be the answer of a check of its arguments. */
  readonly isJudge?: boolean
}

export interface Alternative {
  readonly value: Value
  /** What holds where this alternative is the value. */
  readonly facts: readonly Fact[]
  readonly truthy?: boolean
}

export interface ChoiceValue extends Interned {
  readonly op: 'choice'
  readonly alternatives: readonly Alternative[]
}

/** An object, array, instance, Map or Set that the code made; what it holds is in the state. */
export interface ObjectValue extends Interned {
  readonly op: 'object'
  readonly kind: 'object' | 'array' | 'instance' | 'map' | 'set'
  readonly classValue?: ClassValue
  readonly at?: Range
  /** Where it stands, for an object literal. */
  readonly file?: FileFacts
}

export interface ClosureValue extends Interned {
  readonly op: 'closure'
  readonly file: FileFacts
  readonly facts: FunctionFacts
  readonly frame: Frame
  /** The receiver, where it is fixed: methods that were read from an instance, and `bind`. */
  readonly self?: Value
  readonly bound?: readonly Value[]
}

export interface ClassValue extends Interned {
  readonly op: 'class'
  readonly file: FileFacts
  readonly facts: ClassFacts
  readonly frame: Frame
  readonly parent?: Value
}

/** A function of the analysis itself, such as the `resolve` of a promise. */
export interface NativeValue extends Interned {
  readonly op: 'native'
  readonly call: (args: readonly Value[]) => Value
}

/** A condition: what holds where it is true, and where it is false. `undefined` marks the side that cannot be. */
export interface TestValue extends Interned {
  readonly op: 'test'
  readonly whenTrue: readonly Fact[] | undefined
  readonly whenFalse: readonly Fact[] | undefined
}

/** Flow states: what is known of a tainted value's form, each of them insufficient alone. */
export type FlowState =
  | 'no-dot-dot' | 'not-absolute' | 'no-leading-dash' | 'http-scheme' | 'validated' | 'known-host' | 'public-address'
  /** An error of a class of the package: its text was written for whoever reads it. */
  | 'own-error'

/** Something proved of a value. `clears` and `states` are bit sets: see `bits.ts`. */
export interface Fact {
  readonly value: Value
  readonly clears: number
  readonly states: number
  /** The only constants that it can be. */
  readonly equals?: readonly Constant[]
}
