import { CLOUD_TOKENS } from './cloud-tokens.ts'
import { DEVELOPER_PLATFORM_TOKENS } from './developer-platform-tokens.ts'
import { isPlaceholder } from './placeholder.ts'
import { MODEL_PROVIDER_TOKENS } from './model-provider-tokens.ts'
import { SERVICE_TOKENS } from './service-tokens.ts'
import type { TokenFormat } from './token-format.ts'

export interface TokenMatch {
  readonly format: TokenFormat
  readonly start: number
  readonly end: number
  /** Whether the provider can have issued it: no failed checksum, no placeholder in the token's shape. */
  readonly genuine: boolean
}

interface CompiledFormat {
  readonly format: TokenFormat
  readonly sticky: RegExp
}

export const TOKEN_FORMATS: readonly TokenFormat[] = [
  ...DEVELOPER_PLATFORM_TOKENS,
  ...MODEL_PROVIDER_TOKENS,
  ...CLOUD_TOKENS,
  ...SERVICE_TOKENS,
]

const FORMATS_BY_MARKER = groupByMarker()

// Every format has a run of this length somewhere, and ordinary prose has none: most strings are done here.
const LONG_WORD = /[\w-]{16}/
const MARKER = new RegExp([...FORMATS_BY_MARKER.keys()].sort(longestFirst).map(escapePattern).join('|'), 'g')

/**
 * The first genuine token of a text, or else the first text in a token's shape that is none, or `undefined`.
 * Linear in the length of the text: every format is tried at its markers only.
 */
export function resolveToken(text: string): TokenMatch | undefined {
  if (!LONG_WORD.test(text)) return undefined
  let fake: TokenMatch | undefined
  MARKER.lastIndex = 0
  for (let hit = MARKER.exec(text); hit !== null; hit = MARKER.exec(text)) {
    const match = matchAt(text, hit.index, hit[0])
    if (match?.genuine === true) return match
    fake ??= match
    // Markers overlap ("sk-" begins "sk-ant-"), so the search goes on one character further, not one marker.
    MARKER.lastIndex = match?.end ?? hit.index + 1
  }
  return fake
}

function matchAt(text: string, start: number, marker: string): TokenMatch | undefined {
  let fake: TokenMatch | undefined
  for (const { format, sticky } of FORMATS_BY_MARKER.get(marker) ?? []) {
    sticky.lastIndex = start
    const token = sticky.exec(text)?.[0]
    if (token === undefined) continue
    const genuine = (format.isGenuine?.(token) ?? true) && !isPlaceholder(token.slice(marker.length))
    const before = format.withinWord === true ? getWordLength(text, start) : 0
    const match = { format, start: start - before, end: start + token.length, genuine }
    if (genuine) return match
    fake ??= match
  }
  return fake
}

const MAX_ID_LENGTH = 32

function getWordLength(text: string, end: number): number {
  return /\w*$/.exec(text.slice(Math.max(0, end - MAX_ID_LENGTH), end))?.[0].length ?? 0
}

function groupByMarker(): ReadonlyMap<string, readonly CompiledFormat[]> {
  const markers = new Set(TOKEN_FORMATS.flatMap((format) => format.markers))
  const compiled = TOKEN_FORMATS.map((format) => ({ format, sticky: compile(format) }))
  // A longer marker hides the shorter ones that it begins with, so it answers for their formats as well.
  return new Map([...markers].map((marker) => [
    marker,
    compiled.filter(({ format }) => format.markers.some((other) => marker.startsWith(other))),
  ]))
}

function compile({ pattern, withinWord }: TokenFormat): RegExp {
  const before = withinWord === true ? '' : String.raw`(?<![\w+-])`
  return new RegExp(String.raw`${before}${pattern.source}(?![\w-])`, 'y')
}

function longestFirst(left: string, right: string): number {
  return right.length - left.length
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}
