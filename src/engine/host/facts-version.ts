import { readdirSync, readFileSync } from 'node:fs'
import type { LoweringOptions } from '../facts/lower-file.ts'
import { hashOf } from './hash-of.ts'

const LOWERING = new URL('../facts/', import.meta.url)
const MANIFEST = new URL('../../../package.json', import.meta.url)

let code: string | undefined

/**
 * What facts depend on besides the text: the plugin and the parser that its manifest pins, the code that makes facts (which
 * changes more often than the version while the plugin is worked on), and what that code was told to look for.
 */
export function factsVersion({ registrars, handlerKeys, maxNesting }: Omit<LoweringOptions, 'path'>): string {
  const urls = [MANIFEST, ...readdirSync(LOWERING).sort().map((name) => new URL(name, LOWERING))]
  code ??= hashOf(urls.map((url) => readFileSync(url, 'utf8')).join('\n'))
  return hashOf(JSON.stringify([code, maxNesting, [...registrars].sort(), [...handlerKeys].sort()]))
}
