import type { SourceCode } from 'eslint'
import type { ArrayExpression, Node } from 'estree'
import { isValuelessOption } from '../../knowledge/libraries/node/valueless-options.ts'
import { getStringParts } from '../../syntax/get-string-parts.ts'
import { hasSingleRead } from '../../syntax/has-single-read.ts'
import { quoteText } from '../../syntax/quote-text.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import type { EditBuilder } from '../edit.ts'
import { mayBeOption } from './may-be-option.ts'

type Marker = '--' | '--end-of-options'

/**
 * Programs, and with git and hg the subcommands, that take every argument behind the marker for an operand and nothing
 * else. Behind subcommands of git that read revisions `--` begins the paths; they know `--end-of-options` from 2.24 on
 * (November 2019), and an older git stops there with an error. `git pull` hands its operands to `git fetch` without any.
 */
const PROGRAMS: Readonly<Record<string, Readonly<Record<string, Marker>> | Marker>> = {
  git: {
    clone: '--', add: '--', rm: '--', mv: '--', fetch: '--', push: '--', init: '--', 'ls-remote': '--',
    log: '--end-of-options', show: '--end-of-options', diff: '--end-of-options', shortlog: '--end-of-options',
    'rev-list': '--end-of-options',
  },
  hg: { clone: '--', add: '--' },
  rg: '--', fd: '--', sort: '--', rsync: '--', scp: '--', curl: '--', wget: '--',
}

/** `['clone', url]` → `['clone', '--', url]`, where nothing behind it is an option of the code's own. */
export const endOptions: EditBuilder = (target) => insertMarker(target, '--')

/** `['log', ref]` → `['log', '--end-of-options', ref]`. */
export const endRevisionOptions: EditBuilder = (target) => insertMarker(target, '--end-of-options')

function insertMarker({ sourceCode, call, argument }: Parameters<EditBuilder>[0], marker: Marker): ReturnType<EditBuilder> {
  const program = call.type === 'TaggedTemplateExpression' ? undefined : resolveText(sourceCode, call.arguments[0])
  const list = resolveList(sourceCode, argument)
  if (program === undefined || !Object.hasOwn(PROGRAMS, program) || !list) return undefined
  const operands = findOperands(sourceCode, list, program)
  const [subcommand] = operands
  const known = PROGRAMS[program]
  const name = typeof known === 'string' ? undefined : resolveText(sourceCode, subcommand)
  const accepted = typeof known === 'string' ? known : known?.[name ?? '']
  const first = operands.find((item) => resolveText(sourceCode, item) === undefined)
  if (accepted !== marker || !first) return undefined
  if (!isLastOption(sourceCode, list.elements.slice(list.elements.indexOf(first)), marker)) return undefined
  return (fixer) => fixer.insertTextBefore(first, `${quoteText(sourceCode, marker)}, `)
}

/** The list itself, or what a constant was set to that is used here only. */
function resolveList(sourceCode: SourceCode, argument: Node): ArrayExpression | undefined {
  const value = stripCasts(argument)
  if (value.type === 'ArrayExpression') return value
  const variable = value.type === 'Identifier' ? resolveVariable(sourceCode, value.name, value) : undefined
  const init = variable && hasSingleRead(variable) ? resolveInitialiser(variable)?.init : undefined
  const list = init && stripCasts(init)
  return list?.type === 'ArrayExpression' ? list : undefined
}

type Element = NonNullable<ArrayExpression['elements'][number]>

/** The elements that are neither options nor their values; none where a spread hides some. */
function findOperands(sourceCode: SourceCode, { elements }: ArrayExpression, program: string): Element[] {
  const operands: Element[] = []
  let takesValue = false
  for (const element of elements) {
    if (!element || element.type === 'SpreadElement') return []
    const [start] = getStringParts(element)
    const text = resolveText(sourceCode, element) ?? (start?.kind === 'text' ? start.text : '')
    const isOption = text.startsWith('-')
    if (!isOption && !takesValue) operands.push(element)
    takesValue = isOption && !text.includes('=') && !isValuelessOption(program, text)
  }
  return operands
}

/** True where no option of the code's own, nor another marker, follows that would lose its meaning. */
function isLastOption(sourceCode: SourceCode, rest: ArrayExpression['elements'], marker: Marker): boolean {
  return rest.every((element) => {
    if (!element || element.type === 'SpreadElement') return false
    // What begins paths does so behind the other marker as well.
    if (resolveText(sourceCode, element) === '--') return marker === '--end-of-options'
    return !mayBeOption(sourceCode, element)
  })
}

/** The text of a literal, or of the constant that is named. */
function resolveText(sourceCode: SourceCode, node: Node | undefined): string | undefined {
  const isName = node?.type === 'Identifier'
  const value = isName ? resolveInitialiser(resolveVariable(sourceCode, node.name, node))?.init : node
  return value?.type === 'Literal' && typeof value.value === 'string' ? value.value : undefined
}
