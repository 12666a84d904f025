import { codeVersion } from './code-version.ts'
import { hashOf } from './hash-of.ts'

/**
 * What facts depend on besides the text: the code that makes them and what it knows, and what settings add to that, of which
 * `cacheKey` is equal for equal settings.
 */
export function factsVersion(cacheKey: string, maxNesting: number): string {
  return hashOf(JSON.stringify([codeVersion(), maxNesting, cacheKey]))
}
