import { basename, relative } from 'node:path'
import type { SourceCode } from 'eslint'
import type { Node } from 'estree'
import { createRule } from '../create-rule.ts'
import type { Declaration } from '../engine/registrations/declaration.ts'
import { confusableName } from '../knowledge/descriptions/confusable-name.ts'
import { findDeclaredNodes } from '../reporting/declared-nodes.ts'
import { locate } from '../reporting/locate.ts'
import { nodeAt } from '../reporting/node-at.ts'
import { reportRegistrations } from '../reporting/report-registrations.ts'
import { getParent } from '../syntax/get-parent.ts'
import { isTestFile } from '../syntax/is-test-file.ts'

export default createRule({
  name: 'no-duplicate-tool-name',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow two tools of one server whose names are the same or can be taken for one another',
      severity: 'medium',
      preset: 'recommended',
      checklist: [],
      cwe: [694],
      owasp: ['MCP03'],
    },
    schema: [],
    messages: {
      same: 'This server has a tool {{name}} already ({{place}}). Only one of them can be called. Rename one.',
      confusable: '{{name}} can be taken for {{other}} of the same server ({{place}}). Rename one.',
    },
  },
  create: (context) => reportRegistrations(context, (declaration, all) => {
    const { name, kind, server } = declaration
    if (name === undefined || kind !== 'tool' || server === undefined || isTestFile(context.filename, context.cwd)) return
    const earlier = all.slice(0, all.indexOf(declaration)).find((other) =>
      other.kind === 'tool' && other.server === server && other.name !== undefined && confusableName(other.name) === confusableName(name))
    if (!earlier) return
    const isSame = earlier.name === name
    const { sourceCode, cwd, filename } = context
    // A high-level server refuses the second at run time: what is there in earnest stands on another way through the code.
    if (isSame && !declaration.isListed && isConditional(sourceCode, declaration)) return
    const node = findDeclaredNodes(sourceCode, declaration).name
    context.report({
      loc: node?.loc ?? locate(sourceCode, declaration.at),
      messageId: isSame ? 'same' : 'confusable',
      data: { name, other: earlier.name ?? '', place: mentionPlace(earlier, cwd, filename) },
    })
  }),
})

function mentionPlace({ file, line }: Declaration, cwd: string, filename: string): string {
  const isHere = file === filename.replaceAll('\\', '/')
  return `${isHere ? basename(filename) : relative(cwd, file).replaceAll('\\', '/')}:${line}`
}

/** True where something in the function around decides whether the call is made at all. */
function isConditional(sourceCode: SourceCode, { at }: Declaration): boolean {
  let node: Node | undefined = nodeAt(sourceCode, at)
  for (; node && !/Function/u.test(node.type); node = getParent(node)) {
    if (/^(?:If|Switch|Try)Statement$|^(?:Conditional|Logical)Expression$|^SwitchCase$|^CatchClause$/u.test(node.type)) return true
    const parent = getParent(node)
    if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program') continue
    // Behind an early return as well.
    const before = parent.body.slice(0, parent.body.indexOf(node as never))
    if (before.some((item) => item.type === 'IfStatement')) return true
  }
  // A function that is handed to another may never be called.
  return node !== undefined && node.type !== 'FunctionDeclaration' && getParent(node)?.type === 'CallExpression'
}
