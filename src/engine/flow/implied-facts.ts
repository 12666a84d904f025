import type { Fact } from './values.ts'

/** Operations whose result names the same file as their only operand. */
const SAME_FILE: ReadonlySet<string> = new Set(['realpath', 'resolve', 'normalize', 'to-string', 'trim'])

/** A fact, and what it says of the values that name the same thing. */
export function impliedFacts(fact: Fact): readonly Fact[] {
  const { value } = fact
  if (value.op !== 'derived' || !SAME_FILE.has(value.name) || value.inputs.length !== 1) return [fact]
  const [only] = value.inputs
  return only ? [fact, ...impliedFacts({ ...fact, value: only })] : [fact]
}
