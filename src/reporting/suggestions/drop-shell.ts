import type { SourceCode } from 'eslint'
import type { CallExpression, Node, ObjectExpression, Property } from 'estree'
import { getStringParts } from '../../syntax/get-string-parts.ts'
import { hasSingleRead } from '../../syntax/has-single-read.ts'
import { isParenthesised } from '../../syntax/is-parenthesised.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import type { EditBuilder } from '../edit.ts'
import { isArgumentList } from './is-argument-list.ts'
import { isRunnableWithoutShell } from './is-runnable-without-shell.ts'
import type { Word } from './parse-command.ts'
import { findOption, resolveOptions } from './resolve-options.ts'
import { splitCommand } from './split-command.ts'
import { type TextEdit, toFixer } from './text-edit.ts'
import { writeArguments } from './write-arguments.ts'

const WITH_SHELL_OPTION = /^(?:spawn|spawnSync|execFile|execFileSync)$/
/** Shells whose own commands and quoting a POSIX reading of the words would miss. */
const OTHER_SHELL = /powershell|pwsh|cmd/i

/**
 * Takes the `shell` option off `spawn` and its kin where program and arguments mean the same without one. A command
 * line given to `spawn` as one text becomes program and list.
 */
export const dropShell: EditBuilder = ({ sourceCode, call }) => {
  if (call.type !== 'CallExpression') return undefined
  if (call.arguments.some((argument) => argument.type === 'SpreadElement')) return undefined
  const path = resolveImport(sourceCode, call.callee)
  if (path?.module !== 'child_process' || !WITH_SHELL_OPTION.test(path.path.join('.'))) return undefined
  const [program, second] = call.arguments
  if (!program || !second || isParenthesised(sourceCode, call, program)) return undefined
  const hasList = resolveOptions(sourceCode, second) === undefined
  const options = hasList ? call.arguments[2] : second
  const removal = options && removeShell(sourceCode, call, options)
  if (!removal) return undefined
  if (hasList) return isPlainCall(sourceCode, program, second) ? toFixer([removal]) : undefined
  const words = splitCommand(sourceCode, stripCasts(program))
  const written = words && writeArguments(sourceCode, words)
  return written && toFixer([
    { range: sourceCode.getRange(program), text: `${written.program}, ${written.list}` },
    removal,
  ])
}

/** Node joins program and list with spaces before a shell parses them: nothing in them may have relied on that. */
function isPlainCall(sourceCode: SourceCode, program: Node, list: Node): boolean {
  const words = splitCommand(sourceCode, program)
  const [first, ...others] = words ?? []
  if (!first || others.length > 0 || !isArgumentList(sourceCode, list)) return false
  return isRunnableWithoutShell([first, ...wordsOf(list)])
}

function wordsOf(list: Node): Word[] {
  const literal = stripCasts(list)
  if (literal.type !== 'ArrayExpression') return []
  return literal.elements.flatMap((element) => {
    if (!element || element.type === 'SpreadElement') return []
    const pieces = getStringParts(element).map((part) =>
      part.kind === 'text' ? part : { kind: 'hole' as const, node: part.node, quoted: false },
    )
    return [{ kind: 'word' as const, pieces }]
  })
}

function removeShell(sourceCode: SourceCode, call: CallExpression, argument: Node): TextEdit | undefined {
  const options = resolveOptions(sourceCode, argument)
  const shell = options && findOption(options, 'shell')
  if (!options || !shell || shell === 'unknown' || !isDroppable(sourceCode, shell.value)) return undefined
  if (sourceCode.getCommentsInside(shell).length > 0 || isParenthesised(sourceCode, call, argument)) return undefined
  const isInline = argument.type !== 'Identifier'
  if (isInline && options.properties.length === 1) return removeArgument(sourceCode, argument)
  const variable = isInline ? undefined : resolveVariable(sourceCode, argument.name, argument)
  if (!isInline && !(variable && hasSingleRead(variable))) return undefined
  return removeProperty(sourceCode, options, shell)
}

/** Reading the value must do nothing else, and the shell must be one that a list of words was written for. */
function isDroppable(sourceCode: SourceCode, value: Node): boolean {
  if (value.type === 'Literal') return value.value !== false && !OTHER_SHELL.test(String(value.value))
  const isRead = /^(?:Identifier|MemberExpression|BinaryExpression|ConditionalExpression)$/.test(value.type)
  const text = sourceCode.getText(value)
  return isRead && !text.includes('(') && !OTHER_SHELL.test(text)
}

function removeArgument(sourceCode: SourceCode, argument: Node): TextEdit | undefined {
  const comma = sourceCode.getTokenBefore(argument)
  const previous = comma && sourceCode.getTokenBefore(comma)
  if (comma?.value !== ',' || !previous || sourceCode.getCommentsInside(argument).length > 0) return undefined
  if (sourceCode.commentsExistBetween(previous, argument)) return undefined
  return { range: [previous.range[1], sourceCode.getRange(argument)[1]], text: '' }
}

function removeProperty(sourceCode: SourceCode, options: ObjectExpression, property: Property): TextEdit | undefined {
  const [start, end] = sourceCode.getRange(property)
  const index = options.properties.indexOf(property)
  const previous = options.properties[index - 1]
  const next = options.properties[index + 1]
  if (previous) {
    if (sourceCode.commentsExistBetween(previous, property)) return undefined
    return { range: [sourceCode.getRange(previous)[1], end], text: '' }
  }
  if (next) {
    if (sourceCode.commentsExistBetween(property, next)) return undefined
    return { range: [start, sourceCode.getRange(next)[0]], text: '' }
  }
  if (sourceCode.getCommentsInside(options).length > 0) return undefined
  return { range: sourceCode.getRange(options), text: '{}' }
}
