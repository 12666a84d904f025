import type { Registration } from './registration.ts'

/** True for a handler that tells clients what there is. */
export function isListing({ kind }: Registration): boolean {
  return kind === 'tool-listing' || kind === 'listing'
}
