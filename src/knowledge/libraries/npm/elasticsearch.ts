import type { CallRow, CallView, EffectRow, Library, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { builtQuery } from '../language/built-query.ts'

const CLIENT = 'Member[Client].Instance'
const LOAD = "import { Client } from '@elastic/elasticsearch'; const db = new Client({ node: 'http://localhost:9200' });"
const MAX_DEPTH = 8
/** What a condition of the code's own is joined with in the query language of Lucene. */
const CONJUNCTION = /\b(?:AND|NOT)\b|&&|(?:^|\s)[+!-]\w/u

/** The languages that are sent as text: https://www.elastic.co/docs/explore-analyze/query-filter/languages */
const LANGUAGES = ['Member[esql].Member[query,asyncQuery]', 'Member[sql].Member[query,translate]', 'Member[eql].Member[search]']
const SEARCHES = 'Member[search,count,msearch,updateByQuery,deleteByQuery,scroll,explain,searchTemplate,renderSearchTemplate]'
/** https://www.elastic.co/docs/api/doc/elasticsearch/group/endpoint-esql and its kin; OpenSearch has them below `_plugins` */
const QUERY_PATH = /(?:^|\/)_(?:query|sql|ppl|eql)(?:[/?]|$)|_eql\/search$/u
const SCRIPTED = 'Member[update,bulk,reindex,putScript,scriptsPainlessExecute]'

/**
 * https://www.elastic.co/docs/reference/elasticsearch/clients/javascript (@elastic/elasticsearch 9, @opensearch-project/opensearch 3).
 * A search body is structured: the values in it change nothing but what is looked for. What is text in it does: scripts, and
 * conditions in the query language that input is put into.
 */
export const elasticsearch: Library = {
  modules: ['@elastic/elasticsearch', '@elastic/elasticsearch-serverless', '@opensearch-project/opensearch'],
  flows: [{ path: `${CLIENT}.Member[child]`, returns: 'receiver' }],
  effects: [
    ...[...LANGUAGES, SEARCHES, 'Member[get,mget]'].map((path): EffectRow => ({ path: `${CLIENT}.${path}`, capability: 'database' })),
    { path: `${CLIENT}.Member[index,create,update,bulk,reindex,updateByQuery,putScript]`, capability: 'database', change: 'writes' },
    { path: `${CLIENT}.Member[delete,deleteByQuery]`, capability: 'database', change: 'deletes' },
    { path: `${CLIENT}.Member[indices].Member[delete]`, capability: 'database', change: 'deletes' },
  ],
  calls: [
    ...LANGUAGES.map((path): CallRow => ({
      path: `${CLIENT}.${path}`,
      sinks: (call) => bodies(call).flatMap((body) => builtQuery(call, call.property(body, 'query'), 0)),
      examples: [
        { code: `${LOAD} await db.${callee(path)}({ query: \`FROM logs | WHERE host == "\${INPUT}"\` })`, kind: 'query-text' },
        { code: `${LOAD} await db.${callee(path)}({ body: { query: INPUT } })`, kind: 'raw-query' },
        { code: `${LOAD} await db.${callee(path)}({ query: 'FROM logs | WHERE host == ?', params: [INPUT] })`, kind: 'none' },
      ],
    })),
    {
      path: `${CLIENT}.${SEARCHES}`,
      sinks: (call) => [...bodies(call).flatMap((body) => textUses(call, body, 0)), ...wholeUses(call)],
      examples: [
        { code: `${LOAD} await db.search({ query: { script: { script: { source: \`doc.a.value == '\${INPUT}'\` } } } })`, kind: 'code' },
        { code: `${LOAD} await db.search({ body: { sort: { _script: { script: INPUT, type: 'number' } } } })`, kind: 'code' },
        { code: `${LOAD} await db.search({ query: { query_string: { query: \`owner:me AND \${INPUT}\` } } })`, kind: 'query-text' },
        { code: `${LOAD} await db.search({ index: 'a', q: \`owner:me AND title:\${INPUT}\` })`, kind: 'query-text' },
        { code: `${LOAD} await db.search({ index: 'a', body: JSON.parse(INPUT) })`, kind: 'raw-query' },
        { code: `${LOAD} await db.search({ index: 'a', query: JSON.parse(INPUT) })`, kind: 'raw-query' },
        { code: `${LOAD} await db.search({ index: 'a', ...JSON.parse(INPUT) })`, kind: 'raw-query' },
        { code: `${LOAD} await db.search({ index: INPUT, query: { match: { title: INPUT } }, sort: [INPUT] })`, kind: 'none' },
        { code: `${LOAD} await db.search({ query: { query_string: { query: \`*\${INPUT}*\` } } })`, kind: 'none' },
        { code: `${LOAD} await db.search({ query: { script: { script: { source: 'a', params: { v: INPUT } } } } })`, kind: 'none' },
      ],
    },
    {
      path: `${CLIENT}.${SCRIPTED}`,
      sinks: (call) => bodies(call).flatMap((body) => textUses(call, body, 0)),
      examples: [
        { code: `${LOAD} await db.update({ index: 'a', id: '1', script: { source: \`ctx._source.tag = '\${INPUT}'\` } })`, kind: 'code' },
        { code: `${LOAD} await db.update({ index: 'a', id: INPUT, doc: { tag: INPUT } })`, kind: 'none' },
      ],
    },
    {
      path: `${CLIENT}.Member[transport].Member[request]`,
      sinks: requestUses,
      examples: [
        { code: `${LOAD} await db.transport.request({ method: 'GET', path: INPUT })`, kind: 'raw-query' },
        { code: `${LOAD} await db.transport.request({ path: '/_query', body: { query: INPUT } })`, kind: 'raw-query' },
        { code: `${LOAD} await db.transport.request({ path: '/_sql', body: { query: \`SELECT \${INPUT}\` } })`, kind: 'query-text' },
        { code: `${LOAD} await db.transport.request({ method: 'POST', path: '/notes/_search', body: { query: INPUT } })`, kind: 'none' },
      ],
    },
  ],
}

function callee(path: string): string {
  return [...path.matchAll(/\[(\w+)/gu)].map(([, name]) => name).join('.')
}

/** The request, and what older versions of the client take apart from it as its body. */
function bodies(call: CallView): readonly Value[] {
  const request = call.arg(0)
  const body = call.property(request, 'body')
  return call.keys(body) === undefined ? [request] : [request, body]
}

/** A search, or its query, that is input as a whole: where a schema names its properties it is not. */
function wholeUses(call: CallView): SinkUse[] {
  const request = call.arg(0)
  const names = call.keys(request)
  const values = ['body', 'query'].flatMap((name) => {
    if (names === undefined) return [request]
    const value = call.property(request, name)
    // What was spread into the request may bring it.
    return names.includes(name) ? [value] : call.alternatives(value).map((item) => (item.op === 'field' ? item.base : item))
  })
  return [...new Set(values.flatMap((value) => call.alternatives(value)))]
    .filter((way) => call.keys(way) === undefined && call.isTainted(call.property(way, 'script'), 'raw-query'))
    .map((value) => ({ kind: 'raw-query', value, argument: 0 }))
}

/** A request of any kind: one whose path is input is the client's own, and behind some paths stands a query as text. */
function requestUses(call: CallView): SinkUse[] {
  const [path, body] = [call.property(call.arg(0), 'path'), call.property(call.arg(0), 'body')]
  const address = call.parts(path).map((part) => String(call.constant(part)?.value ?? '')).join('')
  if (address === '') return [{ kind: 'raw-query', value: path, argument: 0 }]
  if (!QUERY_PATH.test(address) || call.keys(body) === undefined) return []
  return builtQuery(call, call.property(body, 'query'), 0)
}

/** The scripts and the conditions in Lucene's language in what the code writes out, however deep. */
function textUses(call: CallView, object: Value, depth: number): SinkUse[] {
  if (depth > MAX_DEPTH) return []
  const items = object.op === 'object' && object.kind === 'array' ? call.elements(object) : undefined
  if (items) return items.flatMap((item) => textUses(call, item, depth + 1))
  return (call.keys(object) ?? []).flatMap((name): SinkUse[] => {
    const value = call.property(object, name)
    if (name === 'body' && depth === 0) return []
    if (name === 'script' && call.keys(value) === undefined) return [{ kind: 'code', value, argument: 0 }]
    if (name === 'script' && !(call.keys(value) ?? []).includes('script')) {
      return ['source', 'inline'].map((key) => ({ kind: 'code', value: call.property(value, key), argument: 0 }))
    }
    if (name === 'query_string') return conditionUses(call, call.property(value, 'query'))
    if (name === 'q' && depth === 0) return conditionUses(call, value)
    return textUses(call, value, depth + 1)
  })
}

/** Input behind a condition that must hold can add another way to fulfil the whole. */
function conditionUses(call: CallView, value: Value): SinkUse[] {
  const hasCondition = call.parts(value).some((part) => CONJUNCTION.test(String(call.constant(part)?.value ?? '')))
  return hasCondition ? [{ kind: 'query-text', value, argument: 0 }] : []
}
