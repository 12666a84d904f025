import type { ArrayExpression, Node } from 'estree'
import type { EditBuilder } from '../edit.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'

/**
 * Programs, and with git the subcommands, that take every argument behind `--` for an operand and nothing else; behind
 * other subcommands of git it separates revisions from paths.
 */
const PROGRAMS: Readonly<Record<string, ReadonlySet<string> | true>> = {
  git: new Set(['clone', 'add', 'rm', 'mv']),
  rg: true, rsync: true, sort: true, fd: true, hg: new Set(['clone', 'add']), scp: true,
}

/** `['clone', url]` → `['clone', '--', url]`, where nothing behind it is an option of the code's own. */
export const endOptions: EditBuilder = ({ call, argument }) => {
  if (call.type === 'TaggedTemplateExpression') return undefined
  const program = textOf(call.arguments[0])
  const accepted = program !== undefined && Object.hasOwn(PROGRAMS, program) ? PROGRAMS[program] : undefined
  const list = stripCasts(argument)
  if (accepted === undefined || list.type !== 'ArrayExpression') return undefined
  const at = firstOperand(list)
  const element = list.elements[at]
  const subcommand = textOf(list.elements[0] ?? undefined)
  if (!element || (accepted !== true && (subcommand === undefined || !accepted.has(subcommand)))) return undefined
  return (fixer) => fixer.insertTextBefore(element, "'--', ")
}

/** The index of the first element that is not constant, given that no constant behind it is an option. */
function firstOperand(list: ArrayExpression): number {
  const texts = list.elements.map((item) => (item && item.type !== 'SpreadElement' ? textOf(item) : undefined))
  const at = texts.findIndex((text) => text === undefined)
  const before = texts[at - 1]
  const isOptionValue = before !== undefined && /^-[^=]*$/.test(before)
  const hasSpread = list.elements.some((item) => item === null || item.type === 'SpreadElement')
  return isOptionValue || hasSpread || texts.slice(at).some((text) => text?.startsWith('-')) ? -1 : at
}

function textOf(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
