import type { Caller } from './find-callers.ts'

/** Whether a function calls something by the name of a registration and gives it a parameter of its own in first place. */
export function handsOn({ file, facts }: Caller, registrars: ReadonlySet<string>): boolean {
  return facts.params.length > 1 && holds(facts.body, (code) => {
    const { op, callee, args } = code as { op?: unknown; callee?: { op?: unknown; name?: unknown }; args?: readonly Argument[] }
    if (op !== 'call' || callee?.op !== 'member' || !registrars.has(String(callee.name))) return false
    const first = args?.[0]?.value
    return first?.op === 'variable' && file.variables[first.id ?? -1]?.owner === facts.id
  })
}

interface Argument {
  readonly value?: { readonly op?: unknown; readonly id?: number }
}

function holds(code: unknown, test: (code: object) => boolean): boolean {
  return typeof code === 'object' && code !== null && (test(code) || Object.values(code).some((part) => holds(part, test)))
}
