import type { FileFacts, FunctionFacts } from '../facts/ir.ts'
import type { Value } from './values.ts'

/** One activation of a function: where its variables live, and what encloses it. */
export interface Frame {
  readonly id: number
  readonly file: FileFacts
  readonly facts: FunctionFacts
  readonly parent: Frame | undefined
  readonly self: Value | undefined
}

/** The key of a variable in the state. Files have fewer than 2^20 variables: longer files are not analysed. */
export function variableKey(frame: Frame, variable: number): number {
  return frame.id * 2 ** 20 + variable
}

export function frameOf(frame: Frame, owner: number): Frame | undefined {
  let current: Frame | undefined = frame
  while (current && current.facts.id !== owner) current = current.parent
  return current
}

/** The variable of this frame that a key of the state stands for, or `undefined` for another's. */
export function variableOf(frame: Frame, key: number): number | undefined {
  const id = key - frame.id * 2 ** 20
  return id >= 0 && id < 2 ** 20 ? id : undefined
}
