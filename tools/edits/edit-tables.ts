import type { Answer } from './ask-tools.ts'
import type { FixOutcome } from './try-fixes.ts'
import type { SuggestionOutcome } from './try-suggestions.ts'

export interface ServerOutcome {
  readonly name: string
  readonly files: number
  /** Of the sources as they are; undefined where there is nothing to check types by. */
  readonly typeErrors?: number
  readonly fixes?: FixOutcome
  readonly suggestions: readonly SuggestionOutcome[]
  /** Why the server was not tried. */
  readonly failure?: string
}

export function describeFixTable(outcomes: readonly ServerOutcome[]): string {
  return [
    '| Server | Files | Type errors before | Fixes | Files edited | Problems | Tools before and after | Suggestions | Faults |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...outcomes.map(({ name, files, typeErrors, fixes, suggestions, failure }) => {
      if (failure !== undefined) return `| ${name} | not tried | | | | | | | |`
      const rules = Object.entries(fixes?.fixes ?? {}).map(([rule, count]) => `${shorten(rule)} ${count}`).join(', ')
      const tools = fixes?.before && fixes.after ? `${describeAnswer(fixes.before)}; ${describeAnswer(fixes.after)}` : ''
      const faults = suggestions.filter(({ fault }) => fault !== undefined).length
      const edited = fixes?.edited.length ?? 0
      const cells = [
        name, files, typeErrors ?? 'not checked', rules, edited || '', edited > 0 ? fixes?.problems.length : '', tools,
        suggestions.length || '', suggestions.length > 0 ? faults : '',
      ]
      return `| ${cells.join(' | ')} |`
    }),
  ].join('\n')
}

export function describeSuggestionTable(outcomes: readonly SuggestionOutcome[]): string {
  const rules = [...new Set(outcomes.map(({ rule }) => rule))].sort()
  return [
    '| Rule | Suggestions taken | Types checked | Do not parse | New type errors | Rule not silent |',
    '| --- | --- | --- | --- | --- | --- |',
    ...[...rules, ''].map((rule) => {
      const own = outcomes.filter((outcome) => rule === '' || outcome.rule === rule)
      const count = (fault: string): number => own.filter((outcome) => outcome.fault === fault).length
      const checked = own.filter((outcome) => outcome.checked).length
      return `| ${[shorten(rule) || 'all', own.length, checked, count('unparsed'), count('type error'), count('not silent')].join(' | ')} |`
    }),
  ].join('\n')
}

function shorten(rule: string): string {
  return rule.replace(/^.*\//, '')
}

function describeAnswer({ tools, noise }: Answer): string {
  const answered = typeof tools === 'string' ? tools : String(tools.length)
  return noise > 0 ? `${answered} and ${noise} stray lines` : answered
}
