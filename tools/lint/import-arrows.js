import path from 'node:path'

/**
 * What each folder of src may import, as beginnings of paths under src; every folder may import itself, except rules.
 * The folders that are not listed are entry points, which may import anything.
 * @type {Record<string, { any: string[], types?: string[] }>}
 */
const ARROWS = {
  rules: { any: ['create-rule.ts', 'settings.ts', 'reporting/', 'knowledge/', 'engine/', 'syntax/'] },
  reporting: { any: ['create-rule.ts', 'settings.ts', 'reporting/', 'knowledge/', 'engine/', 'syntax/'] },
  // What rows are made of: values, facts as bits, schemas. How they move is no business of theirs.
  knowledge: {
    any: ['knowledge/', 'engine/rows.ts', 'engine/access-path/', 'engine/flow/bits.ts', 'syntax/'],
    types: [
      'engine/confidential-rows.ts', 'engine/declaring-rows.ts', 'engine/flow/values.ts', 'engine/flow/schema-node.ts',
      'engine/registrations/registration.ts',
    ],
  },
  engine: { any: ['engine/', 'syntax/'], types: ['knowledge/kinds.ts'] },
  syntax: { any: ['syntax/'] },
  formatters: { any: ['formatters/', 'create-rule.ts', 'checklist.ts', 'package-version.ts'], types: ['configs.ts'] },
}

/** @type {import('eslint').Rule.RuleModule} */
export const importArrows = {
  meta: {
    type: 'problem',
    docs: { description: 'Keep the imports between the folders of src one-way' },
    schema: [],
    messages: { against: '{{from}} may not import {{to}}. It may import {{allowed}}.' },
  },
  create(context) {
    const src = path.join(context.cwd, 'src')
    const [from, ...rest] = path.relative(src, context.filename).split(path.sep)
    const arrows = from !== undefined && rest.length > 0 ? ARROWS[from] : undefined
    // The generated list names every rule; that is its purpose.
    if (!arrows || (from === 'rules' && rest.join('/') === 'index.ts')) return {}

    /** @param {import('estree').Node} source @param {boolean} isType */
    function check(source, isType) {
      if (source.type !== 'Literal' || typeof source.value !== 'string' || !source.value.startsWith('.')) return
      const target = path.resolve(path.dirname(context.filename), source.value)
      const to = path.relative(src, target).split(path.sep).join('/')
      const { any, types = [] } = /** @type {{ any: string[], types?: string[] }} */ (arrows)
      const allowed = isType ? [...any, ...types] : any
      if (allowed.some((beginning) => to.startsWith(beginning))) return
      const words = [...any, ...types.map((type) => `types of ${type}`)].join(', ')
      context.report({ node: source, messageId: 'against', data: { from: `${from}/`, to, allowed: words } })
    }

    /** @param {any} node */
    function checkDeclaration(node) {
      if (node.source) check(node.source, node.importKind === 'type' || node.exportKind === 'type')
    }

    return {
      ImportDeclaration: checkDeclaration,
      ExportNamedDeclaration: checkDeclaration,
      ExportAllDeclaration: checkDeclaration,
      ImportExpression: (node) => check(node.source, false),
    }
  },
}
