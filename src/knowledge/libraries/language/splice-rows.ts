import type { CallRow, CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { builtQuery } from './built-query.ts'

export interface SpliceRowOptions {
  /** The access paths of functions that mark text to be put into a statement as it is, such as `sql.raw`. */
  readonly raw: readonly string[]
  /** The access paths of the template tags that take such text; whatever else they are given becomes a parameter. */
  readonly tags: readonly string[]
  /** Code that makes the tag and the function, and what it calls them. */
  readonly setUp: string
  readonly tag: string
  readonly mark: string
}

/**
 * Raw text inside a tagged statement is a part of it, whoever wrote it; outside of one it may be the whole statement,
 * and then only text that is put together is a query built from strings.
 */
export function spliceRows({ raw, tags, setUp, tag, mark }: SpliceRowOptions): CallRow[] {
  const suffix = `${mark.slice(mark.lastIndexOf('.'))}()`
  return [
    ...raw.map((path): CallRow => ({
      path,
      sinks: (call) => textUses(call, call.arg(0), 0),
      examples: [
        { code: `${setUp} ${mark}(\`SELECT * FROM notes WHERE id = \${INPUT}\`)`, kind: 'query-text' },
        { code: `${setUp} ${mark}(INPUT)`, kind: 'none' },
      ],
    })),
    ...tags.map((path): CallRow => ({
      path: `${path === '' ? '' : `${path}.`}Tagged`,
      sinks: (call) => splicedUses(call, suffix),
      examples: [
        { code: `${setUp} ${tag}\`SELECT * FROM notes ORDER BY \${${mark}(INPUT)}\``, kind: 'query-text' },
        { code: `${setUp} ${tag}\`SELECT * FROM notes WHERE id = \${INPUT}\``, kind: 'none' },
      ],
    })),
  ]
}

/** A marked text may be less than a statement: only one that is put together is judged. */
function textUses(call: CallView, text: Value, argument: number): SinkUse[] {
  return builtQuery(call, text, argument).filter((use) => use.kind === 'query-text')
}

function splicedUses(call: CallView, suffix: string): SinkUse[] {
  return call.args.slice(1).flatMap((hole, index) => call.alternatives(hole)
    .flatMap((item) => markedText(item, suffix))
    // A text that is put together was reported where it was marked.
    .filter((text) => textUses(call, text, index).length === 0)
    .map((value) => ({ kind: 'query-text', value, argument: index })))
}

function markedText(value: Value, suffix: string): readonly Value[] {
  return value.op === 'extern' && `.${value.path}`.endsWith(suffix) ? value.args?.slice(0, 1) ?? [] : []
}
