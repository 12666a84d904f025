import type { Expression } from 'estree'
import type { StringPart } from '../../syntax/get-string-parts.ts'

/** A value inside a word; quoted, the shell would have kept it in one piece. */
export interface WordHole {
  readonly kind: 'hole'
  readonly node: Expression
  readonly quoted: boolean
}

/** One argument as a POSIX shell would split it, or a list of which every element is an argument. */
export type Word =
  | { readonly kind: 'word'; readonly pieces: readonly ({ readonly kind: 'text'; readonly text: string } | WordHole)[] }
  | { readonly kind: 'list'; readonly node: Expression }

type Piece = { kind: 'text'; text: string } | WordHole

/** POSIX.1-2017 2.2 and 2.6: what a shell gives meaning to outside quotes, globs and braces included. */
const SPECIAL = /[|&;<>()$`\\*?[{}\n\r]/
/** What keeps a meaning inside double quotes. */
const SPECIAL_IN_DOUBLE_QUOTES = /[$`\\]/
const ASSIGNMENT = /^\w+\+?=/

/** Splits a command into words; `undefined` for every command to which a shell adds something. */
export function parseCommand(parts: readonly StringPart[]): Word[] | undefined {
  const splitter = new Splitter()
  for (const [index, part] of parts.entries()) {
    if (!splitter.add(trimOuter(part, index === 0, index === parts.length - 1))) return undefined
  }
  return splitter.finish()
}

/** Templates over several lines start and end with a line break, which separates nothing there. */
function trimOuter(part: StringPart, isFirst: boolean, isLast: boolean): StringPart {
  if (part.kind !== 'text') return part
  const text = isFirst ? part.text.trimStart() : part.text
  return { kind: 'text', text: isLast ? text.trimEnd() : text }
}

class Splitter {
  readonly #words: Word[] = []
  #pieces: Piece[] | undefined
  #quote: string | undefined
  #afterList = false

  add(part: StringPart): boolean {
    if (part.kind === 'text') return [...part.text].every((character) => this.#addCharacter(character))
    if (part.kind === 'list') return this.#addList(part.node, part.separator)
    return this.#push({ kind: 'hole', node: part.node, quoted: this.#quote !== undefined })
  }

  finish(): Word[] | undefined {
    if (this.#quote !== undefined) return undefined
    this.#endWord()
    const [program] = this.#words
    if (program?.kind !== 'word') return undefined
    const [first] = program.pieces
    return first?.kind === 'text' && ASSIGNMENT.test(first.text) ? undefined : this.#words
  }

  #addCharacter(character: string): boolean {
    if (this.#quote !== undefined) {
      if (character === this.#quote) this.#quote = undefined
      else if (this.#quote === '"' && SPECIAL_IN_DOUBLE_QUOTES.test(character)) return false
      else return this.#push({ kind: 'text', text: character })
      return true
    }
    if (character === ' ' || character === '\t') return this.#endWord()
    if (character === '"' || character === "'") {
      this.#quote = character
      return this.#push({ kind: 'text', text: '' })
    }
    if (SPECIAL.test(character) || this.#startsExpansion(character)) return false
    return this.#push({ kind: 'text', text: character })
  }

  /** `~` is the home directory at the start of a word and after `=` or `:`, not in `HEAD~1`; `#` starts a comment. */
  #startsExpansion(character: string): boolean {
    const last = this.#pieces?.at(-1)
    if (character === '#') return last === undefined
    return character === '~' && (last === undefined || (last.kind === 'text' && /[=:]$/.test(last.text)))
  }

  #push(piece: Piece): boolean {
    if (this.#afterList) return false
    this.#pieces ??= []
    const last = this.#pieces.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text') last.text += piece.text
    else this.#pieces.push(piece)
    return true
  }

  /** Only a list that is joined by spaces and touches no other text is a list of arguments. */
  #addList(node: Expression, separator: string): boolean {
    if (this.#pieces || this.#quote !== undefined || this.#afterList || separator !== ' ') return false
    this.#words.push({ kind: 'list', node })
    this.#afterList = true
    return true
  }

  #endWord(): boolean {
    const pieces = this.#pieces
    if (pieces) this.#words.push({ kind: 'word', pieces: pieces.filter((piece) => !isEmpty(piece, pieces)) })
    this.#pieces = undefined
    this.#afterList = false
    return true
  }
}

/** Quotes leave an empty piece: all there is of `""`, and nothing beside another piece. */
function isEmpty(piece: Piece, pieces: readonly Piece[]): boolean {
  return piece.kind === 'text' && piece.text === '' && pieces.length > 1
}
