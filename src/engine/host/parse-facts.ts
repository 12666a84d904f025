import { createRequire } from 'node:module'
import createDebug from 'debug'
import type * as ScopeManager from '@typescript-eslint/scope-manager'
import type { Scope } from 'eslint'
import type * as OxcParser from 'oxc-parser'
import type { TSESTree } from '@typescript-eslint/types'
import type { FileFacts } from '../facts/ir.ts'
import { lowerFile } from '../facts/lower-file.ts'
import type { LoweringOptions } from '../facts/lower-file.ts'

const require = createRequire(import.meta.url)
const debug = createDebug('secure-mcp:host')

/** Parses a file that is not under lint; `undefined` where it has no syntax tree. */
export function parseFacts(text: string, options: LoweringOptions): FileFacts | undefined {
  if (nestsTooDeep(text)) return undefined
  try {
    const { parseSync } = require('oxc-parser') as typeof OxcParser
    const { analyze } = require('@typescript-eslint/scope-manager') as typeof ScopeManager
    const lang = /\.[cm]?ts$/u.test(options.path) ? 'ts' : /\.tsx$/u.test(options.path) ? 'tsx' : 'jsx'
    const parsed = parseSync(options.path, text, { astType: 'ts', lang, range: true, preserveParens: false })
    const ast = parsed.program as unknown as TSESTree.Program
    if (ast.body.length === 0 && parsed.errors.length > 0) return undefined
    const scopes = analyze(ast, { sourceType: 'module', lib: [], jsxPragma: null }).scopes as unknown as Scope.Scope[]
    return lowerFile({ ast, text, scopes }, options)
  } catch (error) {
    debug('no facts of %s: %o', options.path, error)
    return undefined
  }
}

/** A native parser ends the process when its stack does: at 3,000 levels in a worker. Hand-written code stays below 100. */
const MAX_LEVELS = 800

/** Over-estimates how deep a text nests: strings and comments are not told apart from code. */
function nestsTooDeep(text: string): boolean {
  let depth = 0
  let chain = 0
  for (const [token] of text.matchAll(/[[\](){}<>;`?]|=>|\belse\b/gu)) {
    if (token === ';') chain = 0
    else if (token === '?' || token === '=>' || token === 'else' || token === '<' || token === '`') chain += 1
    else if (token === '[' || token === '(' || token === '{') depth += 1
    else if (token !== '>') depth = Math.max(0, depth - 1)
    if (depth > MAX_LEVELS || chain > 4 * MAX_LEVELS) return true
  }
  return false
}
