import type { Disclosure } from './disclosure.ts'

/** What tells one disclosure from another: the same thing at the same place is one. */
export function keyOfDisclosure({ channel, kind, name, file, at, property = '' }: Disclosure): readonly (string | number)[] {
  return [channel, kind, name, file, ...at, property]
}
