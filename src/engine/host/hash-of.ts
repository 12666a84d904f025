import { createHash } from 'node:crypto'

/** A digest that is safe in the name of a file. */
export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64url')
}
