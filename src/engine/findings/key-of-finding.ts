import type { Finding } from './finding.ts'

/** What tells one finding from another: the same kind at the same place is one. */
export function keyOfFinding({ kind, file, at }: Pick<Finding, 'kind' | 'file' | 'at'>): readonly (string | number)[] {
  return [file, ...at, kind]
}
