import * as parser from '@typescript-eslint/parser'
import { Linter, type Rule } from 'eslint'
import type { EditBuilder } from '../../src/reporting/edit.ts'

function ruleFor(builder: EditBuilder): Rule.RuleModule {
  return {
    meta: { type: 'problem', hasSuggestions: true, schema: [] },
    create: ({ sourceCode, report }) => ({
      CallExpression(call) {
        const [argument] = call.arguments
        const fix = argument && builder({ sourceCode, call, argument })
        if (fix) report({ node: call, message: 'edit', suggest: [{ desc: 'edit', fix }] })
      },
    }),
  }
}

function lint(code: string, rule: Rule.RuleModule): Linter.LintMessage[] {
  const messages = new Linter().verify(code, {
    files: ['**/*.ts'],
    languageOptions: { parser },
    plugins: { test: { rules: { edit: rule } } },
    rules: { 'test/edit': 'error' },
  }, 'server.ts')
  const fatal = messages.find((message) => message.fatal)
  if (fatal) throw new Error(`${fatal.message} in\n${code}`)
  return messages
}

/**
 * The file after each edit that a builder offers on its own, one per call, in order. Throws where the file does not
 * parse, before or after.
 */
export function applyEdits(builder: EditBuilder, code: string): string[] {
  return lint(code, ruleFor(builder)).flatMap(({ suggestions = [] }) =>
    suggestions.map(({ fix: { range: [start, end], text } }) => {
      const output = code.slice(0, start) + text + code.slice(end)
      lint(output, ruleFor(builder))
      return output
    }),
  )
}
