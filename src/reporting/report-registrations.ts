import type { Rule } from 'eslint'
import type { Declaration } from '../engine/registrations/declaration.ts'
import { fileAnalysis } from './file-analysis.ts'

/** Hands over what the file under lint declares to clients, one tool, prompt or resource after the other. */
export function reportRegistrations(
  context: Rule.RuleContext, judge: (declaration: Declaration, all: readonly Declaration[]) => void,
): Rule.RuleListener {
  return {
    'Program:exit'() {
      const { declarations } = fileAnalysis(context)
      const filename = context.filename.replaceAll('\\', '/')
      for (const declaration of declarations) if (declaration.file === filename) judge(declaration, declarations)
    },
  }
}

/** `Tool git_log`, to begin a sentence. */
export function mentionDeclaration({ kind, name }: Declaration): string {
  const word = WORDS[kind] ?? 'tool'
  return name === undefined ? `A ${word}` : `${word[0]?.toUpperCase() ?? ''}${word.slice(1)} ${name}`
}

const WORDS: Readonly<Partial<Record<Declaration['kind'], string>>> = {
  prompt: 'prompt', resource: 'resource', 'resource-template': 'resource',
}
