import type { Range } from '../facts/ir.ts'

/**
 * `caught`: an error. `refused`: input of which a check did not prove that it is harmless somewhere. `unlisted`: input that is
 * none of a list, or that something answers nothing for; whether that is a refusal, only its words tell.
 */
export type FailureKind = 'caught' | 'refused' | 'unlisted'

/**
 * Something that went wrong on the way of a handler, and that it made something else of: an error that was caught, or input
 * that one of its checks refused.
 */
export interface Failure {
  readonly kind: FailureKind
  readonly file: string
  /** The `catch` clause, the function that receives the error, or the test of it; of a refusal what is thrown or returned. */
  readonly at: Range
  /** True where something is logged between there and the end of the handler, on one way at least. */
  readonly isLogged: boolean
  /** True where every answer that is made of it is the same text each time: it holds no id. */
  readonly isFixed: boolean
}
