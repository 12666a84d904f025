import type { StringPart } from '../../syntax/get-string-parts.ts'

/** A query taken apart: constant SQL, placeholders that are there already, and values that can become one. */
export type QueryPart =
  | { readonly kind: 'sql'; readonly text: string }
  | { readonly kind: 'placeholder'; readonly text: string }
  | QueryValue

export interface QueryValue {
  readonly kind: 'value'
  /** Content of the string literal that it was, or the one hole that it is. */
  readonly parts: readonly StringPart[]
  readonly quoted: boolean
  /** `LIMIT` and `OFFSET` want a number and nothing else. */
  readonly isCount: boolean
}

/** What differs between SQL dialects, as far as it changes where a string begins and ends. */
export interface QuerySyntax {
  readonly placeholder: 'numbered' | 'question-mark'
  readonly doubleQuoted: 'string' | 'identifier'
}

const STATEMENT = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH)\b/i
/** Comments, dollar quoting, a second statement, backslash escapes: read differently by each server. */
const UNREADABLE = /--|\/\*|#|\$\w*\$|;\s*\S|\\/
const NAMED = /(?<!:)[:@]\w|\?\d/

const COMPARED = /(?:(?<![-#@<>&|~?:^*])(?:=|<>|!=|<=|>=|[<>])|\b(?:I?LIKE|GLOB|REGEXP|RLIKE|BETWEEN))\s*$/i
const SECOND_OF_BETWEEN = /\bBETWEEN\s+(?:\?|''|[\w.]+)\s+AND\s*$/i
const IN_VALUES = /\bVALUES\s*(?:\((?:[^()]|\([^()]*\))*\)\s*,\s*)*\((?:(?:[^()]|\([^()]*\))*,)?\s*$/i
const ALONE_IN_VALUES = /\bVALUES\s*(?:\((?:[^()]|\([^()]*\))*\)\s*,\s*)*\(\s*$/i
const IN_LIST = /\bIN\s*\((?:[^()]*,)?\s*$/i
const IN_TEXT_FUNCTION = /\b(?:LOWER|UPPER|TRIM)\s*\(\s*$/i
const COUNT = /\b(?:LIMIT|OFFSET)\s*$/i
const FOLLOWED = /^(?:$|[\s),;]|::)/
const OPERATED_ON = /^\s*(?:\|\||[-+*/%.[(])/

/** Splits a query; `undefined` unless every hole stands where a server takes a bound value and nothing else. */
export function parseQuery(parts: readonly StringPart[], syntax: QuerySyntax): QueryPart[] | undefined {
  const reader = new Reader(syntax)
  const isRead = parts.every((part) => (part.kind === 'text' ? reader.addText(part.text) : reader.addHole(part)))
  return isRead ? reader.finish() : undefined
}

type Draft = QueryPart & { readonly at?: number }

class Reader {
  readonly #syntax: QuerySyntax
  readonly #drafts: Draft[] = []
  /** The same query with every literal and value emptied: what the patterns above are matched against. */
  #shape = ''
  #text = ''
  #quote: string | undefined
  #content: StringPart[] = []

  constructor(syntax: QuerySyntax) {
    this.#syntax = syntax
  }

  addText(text: string): boolean {
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charAt(index)
      if (this.#quote === undefined) {
        this.#addOutside(character)
      } else if (character === this.#quote) {
        if (text.charAt(index + 1) !== character) this.#endLiteral()
        else this.#addInside(text.charAt((index += 1)))
      } else {
        this.#addInside(character)
      }
    }
    return true
  }

  addHole(part: StringPart): boolean {
    if (part.kind === 'list') return false
    if (this.#quote !== undefined) this.#content.push(part)
    else this.#addValue([part], false)
    return true
  }

  finish(): QueryPart[] | undefined {
    if (this.#quote !== undefined || !STATEMENT.test(this.#shape) || UNREADABLE.test(this.#shape)) return undefined
    if (NAMED.test(this.#shape)) return undefined
    this.#flush()
    const drafts = this.#drafts.map((draft) => this.#judge(draft))
    if (drafts.includes(undefined)) return undefined
    const checked = drafts.filter((draft) => draft !== undefined)
    return checked.some((draft) => draft.kind === 'value') ? checked : undefined
  }

  #addOutside(character: string): void {
    if (character === "'" || character === '"' || character === '`') {
      this.#quote = character
      return
    }
    this.#text += character
    this.#shape += character
  }

  #addInside(character: string): void {
    const last = this.#content.at(-1)
    if (last?.kind !== 'text') this.#content.push({ kind: 'text', text: character })
    else this.#content[this.#content.length - 1] = { kind: 'text', text: last.text + character }
  }

  #endLiteral(): void {
    const quote = this.#quote ?? ''
    const content = this.#content
    this.#quote = undefined
    this.#content = []
    const isString = quote === "'" || (quote === '"' && this.#syntax.doubleQuoted === 'string')
    if (content.every((part) => part.kind === 'text')) {
      const text = content.map((part) => part.text).join('')
      this.#text += quote + text.replaceAll(quote, quote + quote) + quote
      // A backslash would end the literal elsewhere on some servers, and a `?` in it is a placeholder to some drivers.
      this.#shape += isString ? `'${/[\\?]/.test(text) ? '\\' : ''}'` : 'identifier'
    } else {
      const isPlain = isString && content.every((part) => part.kind !== 'text' || !part.text.includes('\\'))
      this.#addValue(content, isPlain)
      if (!isPlain) this.#shape += '\\'
    }
  }

  #addValue(parts: readonly StringPart[], quoted: boolean): void {
    this.#flush()
    this.#drafts.push({ kind: 'value', parts, quoted, isCount: COUNT.test(this.#shape), at: this.#shape.length })
    // Long enough for nothing else to match it: the placeholder that stands here afterwards.
    this.#shape += '\u0000'
  }

  #flush(): void {
    const pattern = this.#syntax.placeholder === 'numbered' ? /(\$\d+)/ : /(\?)/
    for (const [index, text] of this.#text.split(pattern).entries()) {
      if (text !== '') this.#drafts.push({ kind: index % 2 === 1 ? 'placeholder' : 'sql', text })
    }
    this.#text = ''
  }

  #judge(draft: Draft): QueryPart | undefined {
    if (draft.kind !== 'value' || draft.at === undefined) return draft
    const before = this.#shape.slice(0, draft.at).replaceAll('\u0000', '?')
    const after = this.#shape.slice(draft.at + 1).replaceAll('\u0000', '?')
    if (!FOLLOWED.test(after) || OPERATED_ON.test(after)) return undefined
    if (after.startsWith('::') && this.#syntax.placeholder !== 'numbered') return undefined
    return isValuePosition(before, after, draft) ? draft : undefined
  }
}

/** A value alone in `VALUES (…)` without quotes may be the whole list, and any in `IN (…)` may be a part of one. */
function isValuePosition(before: string, after: string, { quoted }: QueryValue): boolean {
  if (COMPARED.test(before) || SECOND_OF_BETWEEN.test(before)) return true
  if (COUNT.test(before)) return !quoted
  if (IN_VALUES.test(before)) return quoted || !ALONE_IN_VALUES.test(before) || !/^\s*\)/.test(after)
  return quoted && (IN_LIST.test(before) || IN_TEXT_FUNCTION.test(before))
}
