/** Something in a text for the model that has no business there. Offsets count UTF-16 units of the text. */
export interface Poison {
  readonly kind: 'invisible' | 'bidirectional' | 'instruction' | 'credentials'
  readonly start: number
  readonly end: number
}

/** Invisible formatting characters, tags and variation selectors, but for those that scripts and emoji need. */
const INVISIBLE =
  /(?:(?![\uFE00-\uFE0F])(?![\u180B-\u180D])(?![\u0600-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069])[\p{Cf}\p{Variation_Selector}])+/gu
/** https://trojansource.codes */
const BIDIRECTIONAL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u
/** Around a joiner: emoji, and letters of scripts that are written with joiners. */
const JOINED = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Variation_Selector}\u0600-\u0DFF]$/u

/** One pattern from several lines. */
function pattern(...parts: readonly string[]): RegExp {
  return new RegExp(parts.join(''), 'iu')
}

const INSTRUCTIONS: readonly RegExp[] = [
  // Keeping the user in the dark.
  pattern(
    String.raw`\b(?:do not|don't|never|must not|without)\s+(?:ever\s+)?(?:tell|inform|notify|alert|reveal|mention)(?:ing|ying)?\s+`,
    String.raw`(?:(?:this|it|that|anything)\s+(?:\w+\s+)?to\s+)?(?:the\s+)?user\b(?!\s*(?:ids?|names?|inputs?|to)\b)`,
  ),
  pattern(String.raw`\b(?:hide|conceal|keep)\s+(?:this|it|these|that)\s+(?:\w+\s+)?from\s+(?:the\s+)?user\b`),
  // Overruling what the model was told.
  pattern(
    String.raw`\b(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+)?(?:of\s+)?(?:the\s+|your\s+)?`,
    String.raw`(?:previous|prior|earlier|above|preceding|existing|system)\s+`,
    String.raw`(?:instructions?|prompts?|rules|directions|guidelines|context)\b`,
  ),
  // Tags that pass for a system message.
  /<\/?(?:important|system|secret|hidden|hidden_instructions?|system_prompt)>/iu,
]

/** Files that hold credentials; `.env.example` does not. */
const SECRET_FILES = [
  String.raw`id_(?:rsa|ed25519|ecdsa|dsa)\b`, String.raw`\.ssh[/\\](?!config\b|known_hosts\b)`, String.raw`\.aws[/\\]credentials`,
  String.raw`\bmcp\.json\b`, String.raw`\.netrc\b`, String.raw`\.npmrc\b`, String.raw`/etc/(?:shadow|passwd)\b`,
  String.raw`\.kube[/\\]config\b`, String.raw`\.gnupg\b`, String.raw`(?<![\w*])\.env\b(?!\.(?:example|sample|template))`,
].join('|')
/** An order, at the beginning of a sentence or after a word that makes it one. */
const CREDENTIALS = pattern(
  String.raw`(?:^|[.!?;:>\n]\s*|\b(?:must|should|please|first|always|then|and)\s+)(?:also\s+)?`,
  String.raw`(?:read|open|cat|load|fetch|retrieve|include|send|pass|provide|extract|copy|attach|paste|get|access)\b`,
  String.raw`(?:[^.!?\n]|\.(?=\S)){0,80}?`,
  `(?:${SECRET_FILES})`,
)

/** Everything in a description that hides something, orders the model about, or wants a credential file. */
export function findPoison(text: string): Poison[] {
  const found: Poison[] = []
  for (const match of text.matchAll(INVISIBLE)) {
    if (!isJoiner(text, match.index, match[0])) found.push(spanOf('invisible', match))
  }
  for (const match of text.matchAll(BIDIRECTIONAL)) {
    if (!RIGHT_TO_LEFT.test(text) || /[\u202D\u202E]/u.test(match[0])) found.push(spanOf('bidirectional', match))
  }
  const visible = CREDENTIALS.exec(text)
  if (visible) found.push(spanOf('credentials', visible))
  for (const pattern of INSTRUCTIONS) {
    const match = pattern.exec(text)
    if (match) found.push(spanOf('instruction', match))
  }
  return found
}

/** A text without its invisible characters. */
export function withoutInvisible(text: string): string {
  return findPoison(text).filter(({ kind }) => kind === 'invisible' || kind === 'bidirectional')
    .sort((a, b) => b.start - a.start).reduce((all, { start, end }) => all.slice(0, start) + all.slice(end), text)
}

function spanOf(kind: Poison['kind'], match: RegExpExecArray): Poison {
  const lead = /^(?:[.!?;:>\n]\s*|\s+)/u.exec(match[0])?.[0].length ?? 0
  return { kind, start: match.index + lead, end: match.index + match[0].length }
}

function isJoiner(text: string, index: number, run: string): boolean {
  const isFlag = /\u{1F3F4}$/u.test(text.slice(0, index)) && /^[\u{E0020}-\u{E007F}]+$/u.test(run)
  return isFlag || ((run === '\u200D' || run === '\u200C') && JOINED.test(text.slice(0, index)))
}
