import type { Scope, SourceCode } from 'eslint'
import type { CallExpression, Node } from 'estree'
import { hasSingleRead } from '../../syntax/has-single-read.ts'
import { isParenthesised } from '../../syntax/is-parenthesised.ts'
import { resolveFunction } from '../../syntax/resolve-function.ts'
import { resolveInitialiser } from '../../syntax/resolve-initialiser.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { stripCasts } from '../../syntax/strip-casts.ts'
import type { EditBuilder } from '../edit.ts'
import { type ExecCallee, resolveExecCallee } from './resolve-exec-callee.ts'
import { findOption, resolveOptions } from './resolve-options.ts'
import { splitCommand } from './split-command.ts'
import { type TextEdit, toFixer } from './text-edit.ts'
import { writeArguments } from './write-arguments.ts'

/**
 * `exec(text)` to `execFile(program, list)`, with its import: the same for `execSync` and for what `promisify` made of
 * `exec`. Offered only where the shell adds nothing to the command, no value stands for several words, and the options
 * are known; everything else of the call stays. A missing program is then reported as ENOENT, not as exit code 127.
 */
export const passAsList: EditBuilder = ({ sourceCode, call, argument }) => {
  if (call.type !== 'CallExpression') return undefined
  const [command, ...rest] = call.arguments
  if (!command || command.type === 'SpreadElement' || !isWithin(sourceCode, argument, command)) return undefined
  const callee = resolveExecCallee(sourceCode, call)
  if (!callee || !isKnownRest(sourceCode, callee.form, rest)) return undefined
  if (isParenthesised(sourceCode, call, command)) return undefined
  const edits = editCommand(sourceCode, call, command)
  const callback = editCallback(sourceCode, rest)
  return edits && callback && toFixer([...callee.edits, ...edits, ...callback])
}

/** The error of `execFile` is no `ExecException`: its code may be a text. Without the annotation it gets its own type. */
function editCallback(sourceCode: SourceCode, rest: CallExpression['arguments']): TextEdit[] | undefined {
  const last = rest.at(-1)
  const callback = last && resolveFunction(sourceCode, last)
  // The annotation hangs on the parameter, which ESTree's types do not show.
  const annotation = (callback?.params[0] as { typeAnnotation?: Node } | undefined)?.typeAnnotation
  if (!annotation || !/\bExecException\b/.test(sourceCode.getText(annotation))) return []
  return callback === last ? [{ range: sourceCode.getRange(annotation), text: '' }] : undefined
}

function isWithin(sourceCode: SourceCode, inner: Node, outer: Node): boolean {
  const [start, end] = sourceCode.getRange(outer)
  const [from, to] = sourceCode.getRange(inner)
  return start <= from && to <= end
}

function isKnownRest(sourceCode: SourceCode, form: ExecCallee['form'], rest: CallExpression['arguments']): boolean {
  const [second, third, ...others] = rest
  if (rest.some((argument) => argument.type === 'SpreadElement') || others.length > 0) return false
  if (third && form !== 'callback') return false
  if (!second) return true
  if (!third && form === 'callback' && resolveFunction(sourceCode, second)) return true
  const options = resolveOptions(sourceCode, second)
  return options !== undefined && findOption(options, 'shell') === undefined
}

function editCommand(sourceCode: SourceCode, call: CallExpression, command: Node): TextEdit[] | undefined {
  const value = stripCasts(command)
  if (value.type === 'Identifier') return editVariable(sourceCode, call, command, value.name)
  const words = splitCommand(sourceCode, value)
  const written = words && writeArguments(sourceCode, words)
  return written && [{ range: sourceCode.getRange(command), text: `${written.program}, ${written.list}` }]
}

/** `const cmd = …; exec(cmd)`: the declaration becomes the list, so that its values are still read where they were. */
function editVariable(
  sourceCode: SourceCode,
  call: CallExpression,
  command: Node,
  name: string,
): TextEdit[] | undefined {
  const variable = resolveVariable(sourceCode, name, command)
  const declarator = resolveInitialiser(variable)
  if (!variable || !declarator || !hasSingleRead(variable)) return undefined
  const words = splitCommand(sourceCode, stripCasts(declarator.init))
  const listName = freeListName(sourceCode, variable, call)
  if (!words || listName === undefined) return undefined
  const { program, list } = writeArguments(sourceCode, words)
  return [
    { range: sourceCode.getRange(declarator), text: `${listName} = ${list}` },
    { range: sourceCode.getRange(command), text: `${program}, ${listName}` },
  ]
}

/** A name that means nothing yet at the declaration, at the call and in any scope of the declaration's own. */
function freeListName(sourceCode: SourceCode, variable: Scope.Variable, call: CallExpression): string | undefined {
  return ['args', `${variable.name}Args`].find((name) => {
    const isShadowing = variable.scope.through.some(({ identifier }) => identifier.name === name)
    return !isShadowing && !resolveVariable(sourceCode, name, call) && !variable.scope.set.has(name)
  })
}
