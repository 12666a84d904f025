/**
 * The facts of one file: what it says, as plain data. Lowered from ESTree once, after which no tree is needed.
 * Casts, parentheses, chains and types are gone; every name is resolved to a variable or to a global.
 */

import type { EnvironmentFacts } from './environment-facts.ts'

/** Character offsets in the file's text: start inclusive, end exclusive. */
export type Range = readonly [start: number, end: number]

export type Constant = string | number | boolean | null | undefined

export type Expression =
  | { readonly op: 'constant'; readonly value: Constant }
  | { readonly op: 'regex'; readonly source: string; readonly flags: string }
  | { readonly op: 'variable'; readonly id: number; readonly at: Range }
  | { readonly op: 'global'; readonly name: string; readonly at: Range }
  | { readonly op: 'this' }
  | { readonly op: 'super' }
  | { readonly op: 'member'; readonly object: Expression; readonly name: string; readonly at: Range }
  | { readonly op: 'index'; readonly object: Expression; readonly index: Expression; readonly at: Range }
  | CallExpression
  | { readonly op: 'template'; readonly parts: readonly Expression[]; readonly at: Range }
  | TaggedExpression
  | { readonly op: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression; readonly at: Range }
  | {
    readonly op: 'logical'; readonly operator: '&&' | '||' | '??'; readonly left: Expression; readonly right: Expression
    readonly at?: Range
  }
  | { readonly op: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly op: 'conditional'; readonly test: Expression; readonly yes: Expression; readonly no: Expression; readonly at?: Range }
  | { readonly op: 'assign'; readonly operator: string; readonly target: Pattern; readonly value: Expression; readonly at: Range }
  | { readonly op: 'object'; readonly properties: readonly Property[]; readonly at: Range }
  | { readonly op: 'array'; readonly elements: readonly Argument[]; readonly at: Range }
  | { readonly op: 'function'; readonly id: number }
  | { readonly op: 'class'; readonly id: number }
  | { readonly op: 'await'; readonly operand: Expression }
  | { readonly op: 'sequence'; readonly items: readonly Expression[] }
  /** `at` is the place of the source. */
  | { readonly op: 'import'; readonly source: Expression; readonly at: Range }
  /** Anything else: its parts are evaluated, its value is unknown. */
  | { readonly op: 'other'; readonly parts: readonly Expression[] }

export interface TaggedExpression {
  readonly op: 'tagged'
  readonly tag: Expression
  readonly texts: readonly string[]
  readonly holes: readonly Expression[]
  readonly at: Range
}

export interface CallExpression {
  readonly op: 'call'
  readonly callee: Expression
  readonly args: readonly Argument[]
  readonly isNew: boolean
  readonly at: Range
}

export interface Argument {
  readonly value: Expression
  readonly spread: boolean
  readonly at: Range
}

export type Property =
  | { readonly op: 'property'; readonly name: string; readonly value: Expression; readonly at: Range }
  | { readonly op: 'computed'; readonly key: Expression; readonly value: Expression; readonly at: Range }
  | { readonly op: 'spread'; readonly value: Expression; readonly at: Range }

/** What is assigned to, bound by a parameter, or destructured. */
export type Pattern =
  | { readonly op: 'variable'; readonly id: number; readonly at: Range }
  | { readonly op: 'target'; readonly expression: Expression }
  | { readonly op: 'default'; readonly pattern: Pattern; readonly value: Expression }
  | { readonly op: 'object'; readonly properties: readonly PatternProperty[]; readonly rest?: Pattern; readonly at: Range }
  | { readonly op: 'array'; readonly elements: readonly (Pattern | null)[]; readonly rest?: Pattern; readonly at: Range }

export interface PatternProperty {
  readonly key: string | Expression
  readonly pattern: Pattern
  readonly at: Range
}

export type Statement =
  | { readonly op: 'expression'; readonly expression: Expression }
  | { readonly op: 'bind'; readonly pattern: Pattern; readonly value: Expression | null }
  | { readonly op: 'return'; readonly value: Expression | null }
  | { readonly op: 'throw'; readonly value: Expression }
  | { readonly op: 'if'; readonly test: Expression; readonly yes: readonly Statement[]; readonly no: readonly Statement[] }
  | LoopStatement
  | EachStatement
  | { readonly op: 'switch'; readonly value: Expression; readonly cases: readonly SwitchCase[] }
  | TryStatement
  | { readonly op: 'block'; readonly body: readonly Statement[]; readonly label?: string }
  | { readonly op: 'break'; readonly label?: string }
  | { readonly op: 'continue'; readonly label?: string }

export interface LoopStatement {
  readonly op: 'loop'
  readonly init: readonly Statement[]
  readonly test: Expression | null
  readonly update: Expression | null
  readonly body: readonly Statement[]
  /** False for `do`. */
  readonly testFirst: boolean
}

/** `for (pattern of over)`, or `in` where it goes over keys. */
export interface EachStatement {
  readonly op: 'each'
  readonly over: Expression
  readonly keys: boolean
  readonly pattern: Pattern
  readonly body: readonly Statement[]
  /** Where variables live that functions made in a round keep: each round has its own. */
  readonly scope?: number
}

export interface TryStatement {
  readonly op: 'try'
  readonly block: readonly Statement[]
  readonly parameter: Pattern | null
  readonly handler: readonly Statement[] | null
  readonly finalizer: readonly Statement[] | null
  /** The `catch` clause; without one, the whole statement. */
  readonly at: Range
}

export interface SwitchCase {
  readonly test: Expression | null
  readonly body: readonly Statement[]
}

export interface VariableFacts {
  readonly name: string
  /** The function that owns it; 0 is the module itself. */
  readonly owner: number
  readonly import?: ImportFacts
  /** True where a function inside its owner uses it: it then outlives a call of the owner. */
  readonly isCaptured?: boolean
  /** The name that annotates it, as written, without type arguments: `McpServer`, `pg.Pool`. */
  readonly type?: string
}

export interface ImportFacts {
  readonly module: string
  /** The exported name; `*` is the whole namespace. */
  readonly name: string
}

export interface FunctionFacts {
  readonly id: number
  readonly name: string
  /** The function around it; -1 for the module itself. */
  readonly parent: number
  readonly params: readonly Pattern[]
  readonly rest: boolean
  readonly body: readonly Statement[]
  /** Functions and classes that are declared directly in it and exist before its first statement. */
  readonly hoisted: readonly { readonly variable: number; readonly function: number }[]
  readonly isArrow: boolean
  /** True for the getter of an object literal: reading the property calls it. */
  readonly isGetter?: boolean
  /** True where it calls a method with the name of a registration, or assigns to one: a place to start from. */
  readonly mayRegister: boolean
  readonly className?: string
  readonly at: Range
}

export interface ClassFacts {
  readonly id: number
  readonly name: string
  readonly parent: Expression | null
  /** The function that contains the class. */
  readonly owner: number
  readonly variable: number
  readonly methods: readonly MethodFacts[]
  readonly fields: readonly FieldFacts[]
  readonly at: Range
}

export interface MethodFacts {
  readonly name: string
  readonly function: number
  readonly isStatic: boolean
  readonly kind: 'constructor' | 'method' | 'get' | 'set'
  readonly isPrivate?: true
  readonly decorators?: readonly DecoratorFacts[]
}

/** What stands behind an `@`, on a method (`parameter` is then `undefined`) or on one of its parameters. */
export interface DecoratorFacts {
  readonly value: Expression
  readonly parameter?: number
  readonly at: Range
}

export interface FieldFacts {
  readonly name: string
  readonly isStatic: boolean
  readonly value: Expression | null
  readonly type?: string
}

/** `name: '*'` with a module re-exports everything. */
export type ExportFacts =
  | { readonly name: string; readonly variable: number }
  | { readonly name: string; readonly value: Expression }
  | { readonly name: string; readonly from: ImportFacts }

export interface FileFacts {
  /** As the host names it; forward slashes. */
  readonly path: string
  readonly variables: readonly VariableFacts[]
  readonly functions: readonly FunctionFacts[]
  readonly classes: readonly ClassFacts[]
  readonly exports: readonly ExportFacts[]
  /** Every module that the file names in an import, a require or an export. */
  readonly modules: readonly string[]
  /** True where one of its functions may register something. */
  readonly mayRegister: boolean
  /** What it does with the variables of the environment, where that was asked for. */
  readonly environment?: EnvironmentFacts
  /** Offset of the first character of each line. */
  readonly lines: readonly number[]
}
