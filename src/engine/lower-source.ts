import type { Scope, SourceCode } from 'eslint'
import type { TSESTree } from '@typescript-eslint/types'
import type { Budget } from './budget.ts'
import type { FileFacts } from './facts/ir.ts'
import { lowerFile } from './facts/lower-file.ts'
import type { KnowledgeIndex } from './knowledge-index.ts'

/** The facts of a file as ESLint parsed it. */
export function lowerSource({ ast, text, scopeManager }: SourceCode, filename: string, index: KnowledgeIndex, budget: Budget): FileFacts {
  return lowerFile(
    { ast: ast as unknown as TSESTree.Program, text, scopes: (scopeManager?.scopes ?? []) as Scope.Scope[] },
    { path: filename.replaceAll('\\', '/'), ...index.places, maxNesting: budget.maxNesting },
  )
}
