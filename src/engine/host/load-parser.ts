import { createRequire } from 'node:module'
import createDebug from 'debug'
import type { Scope } from 'eslint'
import type * as ScopeManager from '@typescript-eslint/scope-manager'
import type { TSESTree } from '@typescript-eslint/types'
import type * as TypeScriptParser from '@typescript-eslint/parser'
import type * as OxcParser from 'oxc-parser'

const debug = createDebug('secure-mcp:host')
const ownRequire = createRequire(import.meta.url)

export interface ParsedFile {
  readonly ast: TSESTree.Program
  readonly scopes: readonly Scope.Scope[]
}

/** Throws, or gives `undefined`, where the text has no syntax tree. */
export type Parse = (path: string, text: string) => ParsedFile | undefined

/**
 * The parser for files that are not under lint. oxc-parser takes a third of the time of typescript-eslint's and is native:
 * where its binding cannot be loaded, typescript-eslint's reads the files.
 */
export function loadParser(load: (module: string) => unknown = ownRequire): Parse {
  try {
    return oxc(load('oxc-parser') as typeof OxcParser, load)
  } catch (error) {
    debug('oxc-parser cannot be loaded, @typescript-eslint/parser reads the files instead: %s', error)
    return typescript(load('@typescript-eslint/parser') as typeof TypeScriptParser)
  }
}

function oxc({ parseSync }: typeof OxcParser, load: (module: string) => unknown): Parse {
  const { analyze } = load('@typescript-eslint/scope-manager') as typeof ScopeManager
  return (path, text) => {
    const lang = /\.[cm]?ts$/u.test(path) ? 'ts' : /\.tsx$/u.test(path) ? 'tsx' : 'jsx'
    const parsed = parseSync(path, text, { astType: 'ts', lang, range: true, preserveParens: false })
    // The tree is typescript-eslint's but for types: oxc declares its own.
    const ast = parsed.program as unknown as TSESTree.Program
    if (ast.body.length === 0 && parsed.errors.length > 0) return undefined
    return { ast, scopes: analyze(ast, { sourceType: 'module', lib: [], jsxPragma: null }).scopes as unknown as Scope.Scope[] }
  }
}

function typescript({ parseForESLint }: typeof TypeScriptParser): Parse {
  return (path, text) => {
    const { ast, scopeManager } = parseForESLint(text, {
      filePath: path, sourceType: 'module', lib: [], jsxPragma: null, range: true, loc: false,
      ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(path) },
    })
    return { ast, scopes: (scopeManager?.scopes ?? []) as unknown as Scope.Scope[] }
  }
}
