import type { Scope, SourceCode } from 'eslint'
import type { CallExpression, Expression, Node, ObjectExpression } from 'estree'
import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { addTimeout } from '../reporting/suggestions/add-timeout.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import type { ImportPath } from '../syntax/resolve-import.ts'
import { resolveInitialiser } from '../syntax/resolve-initialiser.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { resolveVariable } from '../syntax/resolve-variable.ts'

interface Waiting {
  /** The index of the options; where the call may also take a callback there, only an object counts. */
  readonly options: number
  /** Options of which one ends the wait. */
  readonly names: readonly string[]
}

const SIGNAL: Waiting = { options: 1, names: ['signal', 'timeout'] }
const PROCESS: Waiting = { options: 2, names: ['timeout', 'signal'] }

/** Calls that wait for someone else for as long as it takes, by module and member. */
const CALLS: Readonly<Record<string, Waiting>> = {
  // https://nodejs.org/api/child_process.html: no limit by default
  'child_process:exec': { ...SIGNAL, names: ['timeout', 'signal'] },
  'child_process:execSync': { ...SIGNAL, names: ['timeout'] },
  'child_process:execFile': PROCESS,
  'child_process:execFileSync': { ...PROCESS, names: ['timeout'] },
  'child_process:spawnSync': { ...PROCESS, names: ['timeout'] },
  // https://axios-http.com/docs/req_config: `timeout` is 0, none
  'axios:get': { ...SIGNAL, names: ['timeout', 'signal'] },
  'axios:post': { options: 2, names: ['timeout', 'signal'] },
  'node-fetch:': SIGNAL,
  'cross-fetch:': SIGNAL,
}

export default createRule({
  name: 'require-timeout',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require a time limit for requests and for programs that are started',
      severity: 'low',
      preset: 'strict',
      checklist: [],
      cwe: [400],
      owasp: ['MCP05'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      endless: '{{callee}} waits for as long as the other side likes, and the tool call with it. Give it {{option}}.',
      addTimeout: 'Give up after 30 seconds.',
    },
  },
  create: (context) => {
    const { sourceCode } = context
    return {
      CallExpression(node) {
        const waiting = resolveWaiting(sourceCode, node)
        if (!waiting || isLimited(waiting, node) || !fileAnalysis(context).isMcp) return
        const [option = 'timeout'] = waiting.names
        const fix = addTimeout(sourceCode, node, waiting.options, option)
        context.report({
          node: node.callee, messageId: 'endless', data: { callee: sourceCode.getText(node.callee), option },
          suggest: fix ? [{ messageId: 'addTimeout', fix }] : [],
        })
      },
    }
  },
})

function resolveWaiting(sourceCode: SourceCode, { callee }: CallExpression): Waiting | undefined {
  if (callee.type === 'Identifier' && callee.name === 'fetch' && isGlobal(resolveVariable(sourceCode, 'fetch', callee))) return SIGNAL
  if (callee.type === 'Super') return undefined
  const member = resolveImport(sourceCode, callee) ?? resolvePromisified(sourceCode, callee)
  const key = member && `${member.module}:${member.path.join('.')}`
  return key !== undefined && Object.hasOwn(CALLS, key) ? CALLS[key] : undefined
}

/** What `promisify(exec)` makes a promise of, called there or through a constant; it takes the same options in the same place. */
function resolvePromisified(sourceCode: SourceCode, callee: Expression): ImportPath | undefined {
  const variable = callee.type === 'Identifier' ? resolveVariable(sourceCode, callee.name, callee) : undefined
  const made = variable ? resolveInitialiser(variable)?.init : callee
  if (made?.type !== 'CallExpression' || made.callee.type === 'Super') return undefined
  const maker = resolveImport(sourceCode, made.callee)
  const [first] = made.arguments
  return maker?.module === 'util' && maker.path.join('.') === 'promisify' && first ? resolveImport(sourceCode, first) : undefined
}

function isGlobal(variable: Scope.Variable | undefined): boolean {
  return !variable || variable.defs.length === 0
}

/** True also where the options cannot be read. */
function isLimited({ options: index, names }: Waiting, { arguments: given }: CallExpression): boolean {
  if (given.some((item) => item.type === 'SpreadElement')) return true
  const options = given.slice(1).find((item): item is ObjectExpression => item.type === 'ObjectExpression')
  if (options) return mayHold(options, names)
  return given.slice(1, index + 1).some((item) => !isPlainArgument(item))
}

function mayHold(options: ObjectExpression, names: readonly string[]): boolean {
  return options.properties.some((property) => property.type === 'SpreadElement'
    || names.includes(resolveKeyName(property.key, property.computed) ?? names[0] ?? ''))
}

/** A list of arguments, a body or a callback: no options. */
function isPlainArgument(node: Node): boolean {
  return ['ArrayExpression', 'ArrowFunctionExpression', 'FunctionExpression', 'TemplateLiteral', 'Literal'].includes(node.type)
}
