import type { Failure } from './failure.ts'
import { firstOfEach } from './first-of-each.ts'

/** Each place once: what one handler does not log counts, whatever others do. */
export function joinFailures(failures: readonly Failure[]): Failure[] {
  const ordered = [...failures].sort((a, b) => Number(a.isLogged) - Number(b.isLogged) || Number(a.isFixed) - Number(b.isFixed))
  return firstOfEach(ordered, ({ kind, file, at }) => [kind, file, ...at])
    .sort((a, b) => a.file.localeCompare(b.file) || a.at[0] - b.at[0] || a.kind.localeCompare(b.kind))
}
