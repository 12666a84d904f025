import type { Rule, SourceCode } from 'eslint'
import type { CatchClause, Node } from 'estree'
import { isFreeName } from '../../syntax/is-free-name.ts'
import { resolveImport } from '../../syntax/resolve-import.ts'
import { resolveVariable } from '../../syntax/resolve-variable.ts'
import { resolveToldText } from './resolve-told-text.ts'

const ID = 'errorId'
const MAKE_ID = 'crypto.randomUUID()'

/**
 * Logs what a `catch` clause caught under a fresh id, and answers with the id in the place of the text; a second text of the clause
 * gets the id that is there. The global `crypto` is there from Node 19 on; standard error is free for logs whatever the transport.
 */
export function answerErrorId(sourceCode: SourceCode, at: Node, property: string | undefined): Rule.ReportFixer | undefined {
  const told = resolveToldText(sourceCode, at, property)
  const [first] = told?.clause.body.body ?? []
  if (!told || !first || told.clause.param?.type !== 'Identifier') return undefined
  const answer = told.write(`\`Internal error \${${ID}}\``)
  if (logsUnderId(sourceCode, first)) return (fixer) => fixer.replaceText(told.node, answer)
  if (!isFreeName(sourceCode, ID, told.clause.body) || !hasGlobals(sourceCode, told.clause)) return undefined
  const { name } = told.clause.param
  const line = sourceCode.lines[(first.loc?.start.line ?? 1) - 1] ?? ''
  const indent = /^\s*/u.exec(line)?.[0] ?? ''
  // Without a semicolon of its own the log would go on in a statement that begins with one of these.
  const end = sourceCode.getText(first).endsWith(';') || /^[([`]/u.test(sourceCode.getText(first)) ? ';' : ''
  return (fixer) => [
    fixer.insertTextBefore(first, `const ${ID} = ${MAKE_ID}${end}\n${indent}console.error(${ID}, ${name})${end}\n${indent}`),
    fixer.replaceText(told.node, answer),
  ]
}

function logsUnderId(sourceCode: SourceCode, statement: Node): boolean {
  return sourceCode.getText(statement).replace(/;$/u, '') === `const ${ID} = ${MAKE_ID}`
}

/** True where `console` and `crypto` mean what they mean in every file, or `crypto` the module of that name. */
function hasGlobals(sourceCode: SourceCode, clause: CatchClause): boolean {
  return ['console', 'crypto'].every((name) => {
    const [definition] = resolveVariable(sourceCode, name, clause)?.defs ?? []
    if (!definition) return true
    const imported = resolveImport(sourceCode, definition.name)
    return imported?.module === name && imported.path.length === 0
  })
}
