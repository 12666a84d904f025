import type { FileFacts, Range } from '../facts/ir.ts'
import type { RegistrationDraft } from '../rows.ts'

/** Where a registration stands: at what defines it, if its row says so, and else where it is made. */
export function placeOfDraft({ place }: RegistrationDraft, made: { file: FileFacts; at: Range }): { file: FileFacts; at: Range } {
  if (place?.op === 'object' && place.at && place.file) return { file: place.file, at: place.at }
  if (place?.op === 'closure') return { file: place.file, at: place.facts.at }
  return made
}
