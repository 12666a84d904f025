const LEAD = /^(?:[\s(;]|--[^\n]*\n|\/\*[\s\S]*?\*\/)*/u

/** What is created, altered or dropped, and what may be said of it first. */
const OBJECTS = [
  'table', 'view', 'index', 'database', 'schema', 'user', 'role', 'function', 'procedure', 'trigger', 'extension',
  'sequence', 'type', 'or', 'temp', 'temporary', 'unique', 'materialized', 'virtual', 'unlogged', 'external',
]
type Words = ReadonlyMap<string, readonly string[]>

/** Words of which one stands somewhere behind the verb. */
const LATER: Words = new Map(Object.entries({
  select: ['from', 'where'],
  insert: ['into'],
  replace: ['into'],
  update: ['set'],
  explain: ['select', 'insert', 'update', 'delete', 'with', 'plan', 'match'],
  copy: ['from', 'to'],
  grant: ['on', 'to'],
  revoke: ['on', 'from'],
  unwind: ['as'],
  attach: ['as'],
}))

/** Words of which one stands right behind the verb. */
const NEXT: Words = new Map(Object.entries({
  delete: ['from'],
  merge: ['into', '('],
  create: [...OBJECTS, '('],
  alter: OBJECTS,
  drop: OBJECTS,
  attach: ['database'],
  detach: ['database'],
  show: ['tables', 'columns', 'create', 'index', 'indexes', 'full', 'databases', 'schemas', 'grants', 'keys', 'fields'],
}))

/** Verbs that begin sentences too: they count in capitals only. */
const IN_CAPITALS = new Set([
  'describe', 'desc', 'truncate', 'exec', 'execute', 'show', 'copy', 'grant', 'revoke', 'explain', 'attach', 'detach',
  'call', 'unwind', 'replace',
])
/** Verbs behind which anything may stand. */
const ALONE = new Set(['describe', 'desc', 'truncate', 'exec', 'execute'])

const CYPHER_CLAUSES = /\b(?:return|create|set|delete|detach|merge|with|remove)\b/u

/**
 * True for text that is a statement of SQL or Cypher, holes written as `?`. A sentence that begins with `Select` is
 * none: the verb stands in one case.
 */
export function isSqlStatement(text: string): boolean {
  const body = text.replace(LEAD, '')
  const verb = /^[a-z]+/iu.exec(body)?.[0] ?? ''
  const name = verb.toLowerCase()
  if (verb === '' || (verb !== name && verb !== verb.toUpperCase())) return false
  if (IN_CAPITALS.has(name) && verb === name) return false
  const words: string[] = body.slice(verb.length).toLowerCase().match(/[\w.]+|[(?]/gu) ?? []
  const rest = words.join(' ')
  if (ALONE.has(name)) return words.length > 0
  if (LATER.get(name)?.some((word) => words.includes(word)) === true) return true
  if (NEXT.get(name)?.includes(words[0] ?? '') === true) return true
  switch (name) {
    case 'pragma':
      return words.length === 1 || words[1] === '('
    case 'select':
    case 'call':
      return words[1] === '('
    case 'with':
      return rest.includes(' as (')
    case 'match':
    case 'optional':
      return words.includes('(') && CYPHER_CLAUSES.test(rest)
    default:
      return false
  }
}
