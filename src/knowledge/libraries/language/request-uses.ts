import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

export interface RequestShape {
  readonly url: Value
  /** The index of the argument that carries the address. */
  readonly argument?: number
  readonly options?: Value
  /** Whether redirects are followed unless an option says otherwise. */
  readonly follows: boolean
}

/** Options that name what opens the connection. */
const CONNECTORS = ['agent', 'httpAgent', 'httpsAgent', 'http', 'https', 'dispatcher', 'connect']
/** Packages whose agents refuse private addresses when the connection is made. */
const FILTERING: ReadonlySet<string> = new Set(['request-filtering-agent', 'ssrf-req-filter', 'ssrf-agent', 'ssrf-agent-guard'])

/** The use of an address by an HTTP client: none where the connection itself is checked. */
export function requestUses(call: CallView, { url, argument = 0, options, follows }: RequestShape): SinkUse[] {
  if (options && isFiltered(call, options, 0)) return []
  const kind = follows && !staysPut(call, options) ? 'redirected-url' : 'url'
  return call.isTainted(url, kind) ? [{ kind, value: url, argument }] : [{ kind: 'url-path', value: url, argument }]
}

/** The address of an options object as `node:http` takes it, or the text or `URL` itself. */
export function hostOf(call: CallView, target: Value): Value {
  if (call.keys(target) === undefined) return target
  const hostname = call.property(target, 'hostname')
  return isMissing(call, hostname) ? call.property(target, 'host') : hostname
}

/** An option, where there are options at all. */
export function optionOf(call: CallView, options: Value, name: string): Value {
  return call.constant(options) ? call.constantOf(undefined) : call.property(options, name)
}

export function isMissing(call: CallView, value: Value): boolean {
  const constant = call.constant(value)
  return constant !== undefined && (constant.value === undefined || constant.value === null)
}

/** An address below a base: what is absolute replaces the base. */
export function belowBase(call: CallView, url: Value, base: Value): Value {
  return isMissing(call, base) ? url : call.derived('parse-url', [url, base])
}

function staysPut(call: CallView, options: Value | undefined): boolean {
  if (!options) return false
  const isConstant = (name: string, ...values: readonly unknown[]): boolean => {
    const ways = call.alternatives(optionOf(call, options, name))
    return ways.every((way) => values.includes(call.constant(way)?.value))
  }
  return isConstant('redirect', 'manual', 'error') || isConstant('maxRedirects', 0) || isConstant('followRedirect', false)
    || isConstant('follow', 0, false) || isConstant('maxRedirections', 0)
}

/** An agent of a filtering package, or one with a look-up of the code's own, which sees each address before it is used. */
function isFiltered(call: CallView, holder: Value, depth: number): boolean {
  if (depth > 3) return false
  if (holder.op === 'extern') {
    return FILTERING.has(holder.module) || (holder.args ?? []).some((item) => isFiltered(call, item, depth + 1))
  }
  if (holder.op === 'choice') return call.alternatives(holder).some((item) => isFiltered(call, item, depth))
  if (holder.op !== 'object') return false
  if (call.isFunction(call.property(holder, 'lookup'))) return true
  return CONNECTORS.some((name) => isFiltered(call, call.property(holder, name), depth + 1))
}
