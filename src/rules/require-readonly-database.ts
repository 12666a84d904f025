import type { SourceCode } from 'eslint'
import type { CallExpression, NewExpression, Node } from 'estree'
import { createRule } from '../create-rule.ts'
import { fileAnalysis } from '../reporting/file-analysis.ts'
import { addReadonly } from '../reporting/suggestions/add-readonly.ts'
import { resolveImport } from '../syntax/resolve-import.ts'
import { resolveKeyName } from '../syntax/resolve-key-name.ts'

/** Drivers whose connection may be opened for reading only, with the option's name. */
const OPTIONS: Readonly<Record<string, string>> = {
  // https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md#new-databasepath-options
  'better-sqlite3': 'readonly',
  'better-sqlite3-multiple-ciphers': 'readonly',
  // https://nodejs.org/api/sqlite.html#new-databasesyncpath-options
  'node:sqlite': 'readOnly',
  // https://bun.sh/docs/api/sqlite
  'bun:sqlite': 'readonly',
}
/** Options that say how it is opened; Bun wants one of them. */
const MODES: ReadonlySet<string> = new Set(['readonly', 'readOnly', 'readwrite', 'create'])
const CLASSES: ReadonlySet<string> = new Set(['', 'Database', 'DatabaseSync'])
/** A statement that changes something, wherever it stands in the file. */
const WRITES = new RegExp(
  String.raw`\b(?:insert\s+(?:or\s+\w+\s+)?into|update\s+\S+\s+set|delete\s+from|replace\s+into|vacuum|attach|`
  + String.raw`(?:create|alter|drop)\s+(?:\w+\s+)?(?:table|index|view|trigger))\b`,
  'iu',
)
const RUNS = /\.(?:run|exec|transaction|backup|pragma)\s*\(/u

export default createRule({
  name: 'require-readonly-database',
  meta: {
    type: 'suggestion',
    languages: ['js/js'],
    docs: {
      description: 'Require that a database from which a server only reads is opened for reading only',
      severity: 'medium',
      preset: 'strict',
      checklist: ['access/database'],
      cwe: [250],
      owasp: ['MCP02'],
      cves: ['GHSA-65hm-pwj5-73pw', 'GHSA-mwwr-p57h-56pf'],
    },
    hasSuggestions: true,
    schema: [],
    messages: {
      writable: 'Nothing in this file writes to the database, yet it is opened for writing: a statement that should only '
        + 'read can then change it. Set {{option}}.',
      addReadonly: 'Open the database for reading only.',
    },
  },
  create: (context) => {
    const { sourceCode } = context
    const opened: { readonly node: CallExpression | NewExpression; readonly option: string }[] = []
    const inspect = (node: CallExpression | NewExpression): void => {
      const option = resolveOption(sourceCode, node.callee)
      if (option !== undefined && !isDecided(node)) opened.push({ node, option })
    }
    return {
      NewExpression: inspect,
      'Program:exit'() {
        const { text } = sourceCode
        if (opened.length === 0 || WRITES.test(text) || RUNS.test(text)) return
        const { isMcp, declarations } = fileAnalysis(context)
        // Another file may write to what is opened here.
        const isWritten = declarations.some(({ effects }) => effects.some((effect) => effect.capability === 'database' && effect.change))
        if (!isMcp || isWritten) return
        for (const { node, option } of opened) {
          const fix = addReadonly(sourceCode, node, option)
          context.report({
            node, messageId: 'writable', data: { option }, suggest: fix ? [{ messageId: 'addReadonly', fix }] : [],
          })
        }
      },
    }
  },
})

function resolveOption(sourceCode: SourceCode, callee: Node): string | undefined {
  const member = resolveImport(sourceCode, callee)
  if (!member || member.path.length > 1 || !CLASSES.has(member.path[0] ?? '')) return undefined
  return Object.hasOwn(OPTIONS, member.module) ? OPTIONS[member.module] : undefined
}

/** True where the options cannot be read, or say already how it is opened; a database in memory is nobody's. */
function isDecided({ arguments: [file, options] }: CallExpression | NewExpression): boolean {
  if (!file || file.type === 'SpreadElement' || (file.type === 'Literal' && file.value === ':memory:')) return true
  if (!options) return false
  if (options.type !== 'ObjectExpression') return true
  return options.properties.some((property) => property.type === 'SpreadElement'
    || MODES.has(resolveKeyName(property.key, property.computed) ?? ''))
}
