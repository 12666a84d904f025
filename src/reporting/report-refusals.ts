import type { Rule } from 'eslint'
import type { AssignmentExpression, CallExpression, NewExpression, Node } from 'estree'
import { findCalls, hasLogOnWay } from '../syntax/has-log-on-way.ts'
import { getParent } from '../syntax/get-parent.ts'
import { isTestFile } from '../syntax/is-test-file.ts'
import { fileAnalysis } from './file-analysis.ts'

/** What may turn a caller away: an answer with a status, or an error. */
export type Refusing = CallExpression | NewExpression | AssignmentExpression

const BRANCHES = /^(?:If|For|ForOf|ForIn|While|DoWhile|Switch|Try)Statement$/u
/** What writes a line when a request is done: a listener to its end, or the log of Fastify. */
const DONE = new RegExp([
  '\\.on(?:ce)?\\(\\s*[\'"`]finish[\'"`][^;]{0,200}?(?:log|audit|console)',
  '[\'"`]onResponse[\'"`]',
  'fastify\\(\\{[^}]{0,300}\\blogger(?:Instance)?\\s*(?:[,}]|:\\s*(?!false))',
].join('|'), 'iu')

/** Reports, in each function, the first place that turns a caller away with nothing logged on the way. */
export function reportRefusals(context: Rule.RuleContext, isRefusal: (node: Refusing) => boolean, messageId: string): Rule.RuleListener {
  const { sourceCode, filename, cwd } = context
  const refusals: Refusing[] = []
  const note = (node: Refusing): void => {
    if (isRefusal(node)) refusals.push(node)
  }
  return {
    CallExpression: note,
    NewExpression: note,
    AssignmentExpression: note,
    'Program:exit'() {
      if (refusals.length === 0 || isTestFile(filename, cwd)) return
      const { isMcp, process } = fileAnalysis(context)
      if (!isMcp || process.logsRequests || DONE.test(sourceCode.text)) return
      const told = new Set<Node | undefined>()
      for (const node of refusals) {
        const around = functionAround(node)
        const isElsewhere = around && isHelper(node, around) && findCalls(sourceCode, around).length === 0
        if (isElsewhere || told.has(around) || hasLogOnWay(sourceCode, node)) continue
        told.add(around)
        context.report({ node, messageId })
      }
    },
  }
}

function functionAround(node: Node): Node | undefined {
  let around = getParent(node)
  while (around && !/Function/u.test(around.type)) around = getParent(around)
  return around
}

/** Whether a function does nothing but turn away: what leads there, and is logged there, is elsewhere. */
function isHelper(start: Node, around: Node): boolean {
  for (let child = start, node = getParent(start); node && child !== around; child = node, node = getParent(node)) {
    if (BRANCHES.test(node.type) || node.type === 'ConditionalExpression' || node.type === 'LogicalExpression') return false
    const before = node.type === 'BlockStatement' ? node.body.slice(0, node.body.indexOf(child as never)) : []
    if (before.some((item) => BRANCHES.test(item.type))) return false
  }
  return true
}
