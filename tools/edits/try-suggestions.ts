import path from 'node:path'
import type { ESLint, Linter, Rule } from 'eslint'
import { createLinter } from './linter.ts'
import { findNewErrors } from './type-check.ts'
import type { TypeCheck } from './type-check.ts'

export type SuggestionFault = 'unparsed' | 'type error' | 'not silent'

export interface SuggestionOutcome {
  readonly rule: string
  /** Where it is offered, as `file:line:column`. */
  readonly place: string
  readonly offer: string
  /** Whether types were checked. */
  readonly checked: boolean
  readonly fault?: SuggestionFault
  readonly detail?: string
}

interface Offer {
  readonly message: Linter.LintMessage
  readonly suggestion: Linter.LintSuggestion
}

interface Trial {
  readonly file: string
  readonly text: string
  readonly messages: readonly Linter.LintMessage[]
  readonly linter: ESLint
  readonly types: TypeCheck | undefined
}

type Fault = Required<Pick<SuggestionOutcome, 'fault' | 'detail'>>

/**
 * Takes every suggestion on the text that it was offered for. Those of one rule in one file are taken together where they do
 * not touch one another, and in ever smaller groups where something is wrong, unless `singly`. Nothing is written.
 */
export async function trySuggestions(
  folder: string, found: readonly ESLint.LintResult[], types: TypeCheck | undefined, singly: boolean,
): Promise<SuggestionOutcome[]> {
  const linters = new Map<string, ESLint>()
  const outcomes: SuggestionOutcome[] = []
  for (const { filePath: file, source: text = '', messages } of found) {
    for (const rule of new Set(messages.map(({ ruleId }) => ruleId ?? ''))) {
      const linter = linters.get(rule) ?? createLinter(folder, { rule })
      linters.set(rule, linter)
      const trial = { file, text, messages, linter, types: types?.covers(file) === true ? types : undefined }
      const offers = messages.filter(({ ruleId }) => ruleId === rule)
        .flatMap((message) => (message.suggestions ?? []).map((suggestion) => ({ message, suggestion })))
      for (const group of groupOffers(offers, singly)) {
        for (const [{ message, suggestion }, fault] of await tryGroup(trial, group)) {
          const place = `${path.relative(folder, file)}:${message.line}:${message.column}`
          outcomes.push({ rule, place, offer: suggestion.desc, checked: trial.types !== undefined, ...fault })
        }
      }
    }
  }
  return outcomes
}

/** Offers whose edits lie apart; two of the same message are alternatives. */
function groupOffers(offers: readonly Offer[], singly: boolean): Offer[][] {
  const groups: Offer[][] = []
  for (const offer of offers) {
    const group = singly ? undefined : groups.find((candidates) => candidates.every((other) => areApart(offer, other)))
    if (group) group.push(offer)
    else groups.push([offer])
  }
  return groups
}

function areApart(one: Offer, other: Offer): boolean {
  const [from, to] = one.suggestion.fix.range
  const [otherFrom, otherTo] = other.suggestion.fix.range
  return one.message !== other.message && (to < otherFrom || otherTo < from)
}

async function tryGroup(trial: Trial, group: readonly Offer[]): Promise<[Offer, Fault | undefined][]> {
  const fault = await findFault(trial, group)
  const [first] = group
  if (group.length === 1 && first) return [[first, fault]]
  if (!fault) return group.map((offer) => [offer, undefined])
  const half = group.length >> 1
  return [...await tryGroup(trial, group.slice(0, half)), ...await tryGroup(trial, group.slice(half))]
}

async function findFault({ file, text, messages, linter, types }: Trial, group: readonly Offer[]): Promise<Fault | undefined> {
  const edits = group.map(({ suggestion }) => suggestion.fix).sort((a, b) => b.range[0] - a.range[0])
  const edited = edits.reduce((before, { range: [from, to], text: added }) => before.slice(0, from) + added + before.slice(to), text)
  const [result] = await linter.lintText(edited, { filePath: file })
  const after = result?.messages ?? []
  const fatal = after.find((message) => message.fatal)
  if (fatal) return { fault: 'unparsed', detail: `${fatal.line}:${fatal.column} ${fatal.message}` }
  const errors = types ? findNewErrors(types.errors(new Map()), types.errors(new Map([[file, edited]]))) : []
  if (errors.length > 0) return { fault: 'type error', detail: errors.join('\n') }
  const loud = group.find((offer) => isLoud(offer, edits, messages, after, text, edited))
  return loud && { fault: 'not silent', detail: loud.message.message }
}

/** True if the rule still says the same where it did. Where the edit begins before that place and ends after it, anywhere in the edit. */
function isLoud(
  { message, suggestion }: Offer, edits: readonly Rule.Fix[], before: readonly Linter.LintMessage[], after: readonly Linter.LintMessage[],
  text: string, edited: string,
): boolean {
  const at = offsetOf(text, message)
  const [from, to] = suggestion.fix.range
  const isInside = from <= at && at <= to
  const [start, end] = isInside ? [from, to] : [at, at]
  const moved = edits.filter((edit) => edit.range[1] <= start && !(isInside && edit === suggestion.fix))
    .reduce((sum, { range, text: added }) => sum + added.length - (range[1] - range[0]), start)
  const length = isInside ? suggestion.fix.text.length : 0
  return countAlike(after, message, edited, [moved, moved + length]) >= countAlike(before, message, text, [start, end])
}

function countAlike(
  messages: readonly Linter.LintMessage[], { ruleId, message }: Linter.LintMessage, text: string, [from, to]: readonly [number, number],
): number {
  return messages.filter((other) => {
    const at = offsetOf(text, other)
    return other.ruleId === ruleId && other.message === message && from <= at && at <= to
  }).length
}

function offsetOf(text: string, { line, column }: Linter.LintMessage): number {
  const lines = text.split(/(?<=\r\n|[\n\r\u2028\u2029])/u)
  return lines.slice(0, line - 1).reduce((sum, { length }) => sum + length, column - 1)
}
