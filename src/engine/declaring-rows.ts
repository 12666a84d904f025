import type { Value } from './flow/values.ts'
import type { RegistrationKind } from './registrations/registration.ts'
import type { CallView, Drafts, HandlerParameter } from './rows.ts'

/** Rows for what is registered without a call: by what a class extends, by a decorator, by where a file lies. */

/** A class that is registered for what it extends, itself or through classes of the package, or for what it implements. */
export interface ClassRow {
  /** Access path of the class that it extends. */
  readonly path?: string
  /** Methods of an interface that it implements: its name is a type, and gone when the code runs. */
  readonly methods?: readonly [string, ...string[]]
  /** `instance` is one whose constructor was given unknown arguments; it stands for all of them. */
  readonly read: (instance: Value, view: CallView) => Drafts
}

/** A method as its decorators see it. */
export interface DecoratedView {
  readonly name: string
  readonly handler: Value
  /** What the decorator was called with: `@Tool({ … })`. */
  readonly args: readonly Value[]
  /** How many parameters the method has. */
  readonly arity: number
  /** The names of the decorators of a parameter, as they are exported. */
  decoratorsOf(parameter: number): readonly string[]
}

/** A method that is registered by a decorator, written as such or compiled. */
export interface DecoratorRow {
  /** Access path of the function that gives the decorator. */
  readonly path: string
  readonly read: (method: DecoratedView, view: CallView) => Drafts
}

export interface ExportingFile {
  /** Below the root of the package. */
  readonly path: string
  /** The constant `undefined` where nothing has that name. */
  exported(name: string): Value
}

/** A file that is registered for where it lies, in a package that depends on a module of the dialect. */
export interface FileRow {
  /** What the path below the root of the package must match. */
  readonly location: RegExp
  readonly read: (file: ExportingFile, view: CallView) => Drafts
}

/** A message that code tells from others by comparing its `method` with a text: a server without a framework. */
export interface MessageRow {
  readonly method: string
  readonly kind: RegistrationKind
  /** How its `params` are to be trusted. */
  readonly params: HandlerParameter
}
