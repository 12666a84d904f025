import { relative } from 'node:path'
import type { Rule } from 'eslint'
import { createRule } from '../create-rule.ts'
import type { EnvironmentVariable } from '../engine/findings/find-variables.ts'
import type { EnvironmentExample } from '../engine/host/read-examples.ts'
import { isPlatformVariable } from '../knowledge/platform-variable.ts'
import { resolveSecret } from '../knowledge/secrets/resolve-secret.ts'
import { fileAnalysis, fileExamples } from '../reporting/file-analysis.ts'
import { locate } from '../reporting/locate.ts'
import { isTestFile } from '../syntax/is-test-file.ts'

type Variables = readonly EnvironmentVariable[]

export default createRule({
  name: 'require-env-example',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require an example of the environment that names every variable and holds no real secret',
      severity: 'low',
      preset: 'strict',
      checklist: ['config/env-example'],
      cwe: [],
      owasp: ['MCP01'],
    },
    schema: [],
    messages: {
      missing: 'The package reads {{variables}} from the environment and has no .env.example. Add one that names each variable, with no '
        + 'real value.',
      unnamed: 'The server reads {{name}}, which {{file}} does not name. Add a line for it, with no real value.',
      secret: '{{file}}:{{line}} gives {{name}} a real credential. Revoke it, and put a placeholder in its place.',
    },
  },
  create: (context) => ({
    'Program:exit'() {
      const { filename, cwd } = context
      if (isTestFile(filename, cwd)) return
      const variables = fileAnalysis(context).environment.filter(({ name }) => !isPlatformVariable(name))
      const path = filename.replaceAll('\\', '/')
      const own = variables.filter(({ file }) => file === path)
      if (own.length === 0) return
      const examples = fileExamples(context)
      if (examples.length > 0) {
        reportUnnamed(context, own, examples)
        reportSecrets(context, variables, examples)
      } else if (variables[0]?.file === path) {
        report(context, variables[0], 'missing', { variables: mentionVariables(variables) })
      }
    },
  }),
})

function reportUnnamed(context: Rule.RuleContext, variables: Variables, examples: readonly EnvironmentExample[]): void {
  const file = mentionFile(examples[0]?.path ?? '', context.cwd)
  for (const variable of variables) {
    // What is read in small letters as well stands there in capitals.
    if (examples.some(({ words }) => words.has(variable.name) || words.has(variable.name.toUpperCase()))) continue
    report(context, variable, 'unnamed', { name: variable.name, file })
  }
}

/** What the server does not read is told where it reads anything. */
function reportSecrets(context: Rule.RuleContext, variables: Variables, examples: readonly EnvironmentExample[]): void {
  const path = context.filename.replaceAll('\\', '/')
  for (const example of examples) {
    for (const { name, value, line } of example.values) {
      const variable = variables.find((item) => item.name === name) ?? variables[0]
      if (variable?.file !== path || !resolveSecret({ text: value, names: [name], inTest: false })) continue
      report(context, variable, 'secret', { name, file: mentionFile(example.path, context.cwd), line: String(line) })
    }
  }
}

function report(
  context: Rule.RuleContext, { at }: EnvironmentVariable, messageId: 'missing' | 'unnamed' | 'secret', data: Record<string, string>,
): void {
  context.report({ loc: locate(context.sourceCode, at), messageId, data })
}

function mentionFile(path: string, cwd: string): string {
  return relative(cwd, path).replaceAll('\\', '/')
}

/** `API_KEY`, or `API_KEY and 3 other variables`. */
function mentionVariables([first, ...others]: Variables): string {
  const name = first?.name ?? ''
  if (others.length === 0) return name
  return `${name} and ${others.length} other variable${others.length === 1 ? '' : 's'}`
}
