import type { Rule, SourceCode } from 'eslint'
import type { CallExpression, Literal, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { isHarmlessDefault } from '../knowledge/secrets/harmless-default.ts'
import { resolveSecret } from '../knowledge/secrets/resolve-secret.ts'
import { isSecretName } from '../knowledge/secrets/secret-name.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { stopWithout } from '../reporting/suggestions/stop-without.ts'
import { isTestFile } from '../syntax/is-test-file.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'
import { resolveSchemaDefault } from '../syntax/resolve-schema-default.ts'
import { unwrap } from '../syntax/unwrap.ts'

/** What lets somebody in, or makes what does. With the key of another service that is not valid there nobody gets anywhere. */
const GRANTS = /PASS|PWD|SECRET|(?:JWT|SESSION|COOKIE|SIGNING|ENCRYPTION|MASTER|AUTH|ADMIN|MCP|SERVER|WEBHOOK|BEARER)\w*(?:KEY|TOKEN)/iu

export default createRule({
  name: 'no-insecure-default',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow guessable credentials where the environment gives none',
      severity: 'high',
      preset: 'recommended',
      checklist: ['auth/no-hardcoded', 'config/secure-defaults'],
      cwe: [1188, 798],
      owasp: ['MCP01'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      guessable: 'Where {{name}} is not set, the server takes a value that everyone can read here. Stop at the start instead.',
      stop: 'Stop at the start where {{name}} is not set.',
    },
  },
  create(context) {
    const { sourceCode, filename, cwd } = context

    function check(name: string | undefined, fallback: Node, schema?: CallExpression): void {
      const literal = unwrap(fallback)
      if (name === undefined || !isGuessable(name, literal, filename, cwd) || !fileAnalysis(context).isMcp) return
      const fix: Rule.ReportFixer = (fixer) => (schema ? dropDefault(sourceCode, fixer, schema)
        : fixer.replaceText(fallback, stopWithout(sourceCode, name)))
      context.report({ node: literal, messageId: 'guessable', data: { name }, suggest: [{ messageId: 'stop', data: { name }, fix }] })
    }

    return {
      LogicalExpression(node) {
        if (node.operator === '&&') return
        check(resolveVariableName(sourceCode, node.left), node.right)
      },
      ConditionalExpression(node) {
        const name = resolveVariableName(sourceCode, node.test)
        if (name !== undefined && resolveVariableName(sourceCode, node.consequent) === name) check(name, node.alternate)
      },
      CallExpression(node) {
        const found = resolveSchemaDefault(sourceCode, node, (value) => isEnvironment(sourceCode, value))
        if (found) check(found.name, found.fallback, node)
      },
      VariableDeclarator(node) {
        if (node.id.type !== 'ObjectPattern' || !node.init || !isEnvironment(sourceCode, node.init)) return
        for (const property of node.id.properties) {
          if (property.type === 'Property' && property.value.type === 'AssignmentPattern') {
            check(resolveKeyName(property.key, property.computed), property.value.right)
          }
        }
      },
    }
  },
})

/** `z.string().default('secret')` → `z.string()`: the schema then refuses an environment without the variable. */
function dropDefault(sourceCode: SourceCode, fixer: Rule.RuleFixer, { callee, range }: CallExpression): Rule.Fix | null {
  if (callee.type !== 'MemberExpression' || !range) return null
  return fixer.removeRange([sourceCode.getRange(callee.object)[1], range[1]])
}

function isGuessable(name: string, node: Node, filename: string, cwd: string): node is Literal {
  if (node.type !== 'Literal' || typeof node.value !== 'string' || !isSecretName(name) || !GRANTS.test(name)) return false
  // What nobody could guess is a credential of somebody's: `no-hardcoded-secrets` tells it.
  const isTold = resolveSecret({ text: node.value, names: [name], inTest: false }) !== undefined
  return !isHarmlessDefault(node.value) && !isTold && !isTestFile(filename, cwd)
}

function resolveVariableName(sourceCode: SourceCode, node: Node): string | undefined {
  const member = unwrap(node)
  if (member.type === 'CallExpression') return resolveAskedName(sourceCode, member)
  if (member.type !== 'MemberExpression' || !isEnvironment(sourceCode, member.object)) return undefined
  return resolveKeyName(member.property, member.computed)
}

/** https://docs.deno.com/api/deno/~/Deno.Env: `Deno.env.get('KEY')`. */
function resolveAskedName(sourceCode: SourceCode, { callee, arguments: [name] }: CallExpression): string | undefined {
  if (sourceCode.getText(callee) !== 'Deno.env.get' || name?.type !== 'Literal') return undefined
  return typeof name.value === 'string' ? name.value : undefined
}

function isEnvironment(sourceCode: SourceCode, node: Node): boolean {
  const expression = unwrap(node)
  if (/^(?:globalThis\.)?(?:process\.env|Bun\.env|import\.meta\.env)$/u.test(sourceCode.getText(expression))) return true
  const imported = resolveImport(sourceCode, expression)
  return imported?.module === 'process' && imported.path.join('.') === 'env'
}
