import type { Range } from './ir.ts'

/**
 * How closely a value was looked at: 1 where something asked whether it is there, 2 where it was compared or searched, 3 where
 * a function judged it with all that it holds.
 */
export type Look = 0 | 1 | 2 | 3

/**
 * Where values go, by names alone: `.name` is a property, an export or an import of this name, `name()` what a function gives,
 * `name#1` its second parameter. Behind `{` it is an object or a list that holds the value.
 */
export type Place = string

/** A variable where it is read, or where a number is made of it. */
export interface EnvironmentRead {
  readonly name: string
  readonly at: Range
  /** How closely the file itself looks at it. */
  readonly look: Look
  /** The places, known beyond the file, that the value gets to. */
  readonly to: readonly Place[]
}

/** What one file has to do with the variables of the environment. */
export interface EnvironmentFacts {
  readonly reads: readonly EnvironmentRead[]
  readonly numbers: readonly EnvironmentRead[]
  /** Constant names that functions are given: they may read the variable. */
  readonly given: readonly { readonly to: Place; readonly name: string; readonly at: Range }[]
  /** Parameters that name a variable to be read. */
  readonly readers: readonly Place[]
  /** True where the name of a variable is computed. */
  readonly computes: boolean
  /** True where something is given all variables at once. */
  readonly givesAll: boolean
  /** Variables that it sets or asks for by their names. */
  readonly settled: readonly string[]
  /** Constant texts, and names of properties, that may be names of variables. */
  readonly names: readonly string[]
  /** Those properties, in a file that gives all variables to something: what is read of them. */
  readonly keys: readonly { readonly name: string; readonly at: Range }[]
  readonly looks: readonly (readonly [place: Place, look: Look])[]
  readonly flows: readonly (readonly [from: Place, to: Place])[]
}
