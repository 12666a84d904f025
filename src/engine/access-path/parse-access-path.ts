/** An access path of a row, taken apart: the keys under which calls find it, and the argument that it ends in. */
export interface AccessPath {
  /** `Client.new.query`, `exec`; one for each combination of the member names listed in the path. */
  readonly keys: readonly string[]
  readonly argument: number | undefined
}

const STEP = /^(Member|Argument)\[([^\]]+)\]$/u

/** The key of whatever of a module: builders are chains of calls in any order. Only a member may follow it. */
export const ANYTHING = '*'

/**
 * Parses `Member[a,b].Instance.ReturnValue.Member[c].Argument[0]` and `Any.Member[d]`. Throws on any other word: rows are ours, and a
 * misspelt one must not pass in silence.
 */
export function parseAccessPath(path: string): AccessPath {
  let keys = ['']
  let argument: number | undefined
  for (const step of path.split(/\.(?![^[]*\])/u)) {
    const match = STEP.exec(step)
    if (step === 'Instance') keys = keys.map((key) => joinPath(key, 'new'))
    else if (step === 'ReturnValue') keys = keys.map((key) => `${key}()`)
    else if (step === 'Tagged') keys = keys.map((key) => `${key}\`\``)
    else if (step === 'Awaited' || step === '') continue
    else if (step === 'Any') keys = [ANYTHING]
    else if (match?.[1] === 'Member') {
      const names = (match[2] ?? '').split(',').map((name) => name.trim())
      keys = keys.flatMap((key) => names.map((name) => joinPath(key, name)))
    } else if (match?.[1] === 'Argument') argument = Number(match[2])
    else throw new Error(`Unknown step "${step}" in access path "${path}"`)
  }
  return { keys, argument }
}

export function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
