import type { CallExpression, FileFacts, FunctionFacts, TaggedExpression } from '../facts/ir.ts'
import { lineOf } from '../facts/line-of.ts'

export interface CallInText {
  readonly call: CallExpression | TaggedExpression
  readonly around: FunctionFacts
}

/** The calls and tagged templates of a file that begin on a line, in the order of the text. */
export function callsOnLine(file: FileFacts, line: number): readonly CallInText[] {
  const found: CallInText[] = []
  for (const around of file.functions) {
    visit([around.params, around.body], (call) => {
      if (lineOf(file, nameAt(call)) === line) found.push({ call, around })
    })
  }
  return found.sort((a, b) => a.call.at[0] - b.call.at[0])
}

/** Where the name of the callee ends: in a chain over several lines each call stands on the line of its own method. */
function nameAt(call: CallExpression | TaggedExpression): number {
  const callee = call.op === 'call' ? call.callee : call.tag
  return callee.op === 'member' || callee.op === 'index' ? callee.at[1] - 1 : call.at[0]
}

function visit(part: unknown, onCall: (call: CallExpression | TaggedExpression) => void): void {
  if (typeof part !== 'object' || part === null) return
  if (Array.isArray(part)) {
    for (const item of part) visit(item, onCall)
    return
  }
  if ('op' in part && (part.op === 'call' || part.op === 'tagged') && 'at' in part) onCall(part as CallExpression | TaggedExpression)
  for (const item of Object.values(part)) visit(item, onCall)
}
