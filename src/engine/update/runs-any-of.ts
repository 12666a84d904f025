import type { FunctionFacts } from '../facts/ir.ts'
import type { RanCode } from '../flow/call-memory.ts'

/** Tells whether what ran is, or led to, any of these functions. */
export function runsAnyOf(functions: ReadonlySet<FunctionFacts | undefined>): (ran: RanCode) => boolean {
  const known = new Map<RanCode, boolean>()
  const runs = (ran: RanCode): boolean => {
    let answer = known.get(ran)
    if (answer === undefined) {
      known.set(ran, false)
      answer = ran.code.some((item) => ('code' in item ? runs(item) : functions.has(item)))
      known.set(ran, answer)
    }
    return answer
  }
  return runs
}
