import type { SourceCode } from 'eslint'
import type { Expression, Node } from 'estree'
import { getStringParts } from '../../syntax/get-string-parts.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { isArgumentList } from './is-argument-list.ts'
import { isRunnableWithoutShell } from './is-runnable-without-shell.ts'
import { parseCommand, type Word, type WordHole } from './parse-command.ts'
import { resolveWordForm } from './resolve-word-form.ts'

/** The words of a command line that means the same without a shell, the program first; `undefined` for any other. */
export function splitCommand(sourceCode: SourceCode, command: Node): Word[] | undefined {
  // A comment inside would be lost with the text around it.
  if (sourceCode.getCommentsInside(command).length > 0) return undefined
  const words = parseCommand(getStringParts(command))
  if (!words?.every((word) => isCertain(sourceCode, word))) return undefined
  return isRunnableWithoutShell(words.map((word, index) => (index === 0 ? constantProgram(sourceCode, word) : word)))
    ? words
    : undefined
}

function isCertain(sourceCode: SourceCode, word: Word): boolean {
  if (word.kind === 'list') return isArgumentList(sourceCode, word.node)
  return word.pieces.every((piece) => piece.kind === 'text' || isOneArgument(sourceCode, piece))
}

function isOneArgument(sourceCode: SourceCode, hole: WordHole): boolean {
  const form = resolveWordForm(sourceCode, hole.node)
  return form === 'one' || (form === 'many' && hole.quoted)
}

/** `${GIT} log` with `const GIT = 'git'` has a constant program, under a name that the edit keeps. */
function constantProgram(sourceCode: SourceCode, word: Word): Word {
  if (word.kind === 'list') return word
  const pieces = word.pieces.map((piece) => (piece.kind === 'text' ? piece : constantPiece(sourceCode, piece)))
  return { kind: 'word', pieces }
}

function constantPiece(sourceCode: SourceCode, hole: WordHole): WordHole | { kind: 'text'; text: string } {
  const text = constantText(sourceCode, hole.node)
  return text === undefined ? hole : { kind: 'text', text }
}

function constantText(sourceCode: SourceCode, node: Expression): string | undefined {
  if (node.type !== 'Identifier') return undefined
  const init = resolveInitialiser(resolveVariable(sourceCode, node.name, node))?.init
  return init?.type === 'Literal' && typeof init.value === 'string' ? init.value : undefined
}
