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
