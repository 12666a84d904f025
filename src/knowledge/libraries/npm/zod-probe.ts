import { ALL_KINDS } from '../../../engine/flow/bits.ts'
import type { SchemaNode } from '../../../engine/flow/schema-node.ts'
import type { Fact, Value } from '../../../engine/flow/values.ts'
import type { CallView } from '../../../engine/rows.ts'
import { anyOf, clearsOf, HARMLESS, listNode, objectNode, UNREAD } from './zod-nodes.ts'

/** A property that no code names: reading it tells what an object holds beside its known properties. */
const UNNAMED = '\0'
const PLATFORM: ReadonlySet<string> = new Set(['global', 'fs', 'fs/promises', 'path'])

/** The schema of what a function accepts: `refine(name => /^\w+$/.test(name))`. */
export function refinedNode(node: SchemaNode, predicate: Value, view: CallView): SchemaNode {
  if (isForeign(predicate)) return node.clears === ALL_KINDS ? node : { ...node, unknown: true }
  const probe = new Probe(node, predicate, view)
  const outcome = view.accepted(predicate, probe.value)
  return outcome.op === 'choice' ? anyOf(outcome.alternatives.map((item) => probe.accept(item.facts))) : node
}

/** True for a function whose code is elsewhere: what it proves is not known. */
function isForeign(callee: Value): boolean {
  return callee.op === 'unknown' || (callee.op === 'extern' && !PLATFORM.has(callee.module))
}

/** The schema of what a function returns: `transform(name => path.basename(name))`. */
export function transformedNode(node: SchemaNode, transform: Value, view: CallView): SchemaNode {
  const probe = new Probe(node, transform, view)
  return probe.describe(view.call(transform, [probe.value, view.unknown('context')]), [])
}

/** What an object holds beside its known properties, or `undefined` for nothing. */
export function resolveHidden(object: Value, view: CallView): Value | undefined {
  const hidden = view.property(object, UNNAMED)
  return hidden.op === 'constant' && hidden.constant === undefined ? undefined : hidden
}

/**
 * Stands for a value that a schema accepted while a function of the schema runs on it. The probe is an unknown value,
 * or an object of such; which of them reach a result, and through what, tells what the result is clear of.
 */
class Probe {
  readonly value: Value
  private readonly nodes = new Map<Value, SchemaNode>()
  private readonly labels = new Map<string, SchemaNode>()
  private readonly view: CallView

  constructor(node: SchemaNode, callee: Value, view: CallView) {
    this.view = view
    this.value = this.make(node, `probe ${callee.id}`)
  }

  private make(node: SchemaNode, label: string): Value {
    const { view } = this
    const isClosed = node.fields !== undefined && !node.open
    const parts = [...node.fields ?? []].map(([name, own]) => [name, this.make(own, `${label}.${name}`)] as const)
    const value = isClosed ? view.object(Object.fromEntries(parts)) : view.unknown(label)
    this.nodes.set(value, node)
    this.labels.set(label, node)
    return value
  }

  /** The schema of the probe itself where these facts hold. */
  accept(facts: readonly Fact[]): SchemaNode {
    // To the engine a probe comes from nowhere, so that two parts of one, compared, look as good as constants.
    const bare = facts.filter((fact) => fact.clears === ALL_KINDS && !fact.equals && this.isCarriedBy(fact.value))
    return this.describe(this.value, bare.length > 1 ? facts.filter((fact) => !bare.includes(fact)) : facts)
  }

  private isCarriedBy(value: Value): boolean {
    if (value.op === 'unknown') return this.nodes.has(value) || this.part(value.label) !== UNREAD
    const inputs = value.op === 'derived' ? value.inputs : value.op === 'text' ? value.parts : []
    return inputs.some((input) => this.isCarriedBy(input))
  }

  /** `facts` are those under which the value is this one. */
  describe(value: Value, facts: readonly Fact[]): SchemaNode {
    const own = facts.filter((fact) => fact.value === value)
    if (own.some((fact) => fact.equals)) return HARMLESS
    const node = this.inside(value, facts)
    const clears = own.reduce((set, fact) => set | fact.clears, node.clears)
    return clears === node.clears ? node : { ...node, clears }
  }

  private inside(value: Value, facts: readonly Fact[]): SchemaNode {
    const { view } = this
    switch (value.op) {
      case 'constant':
      case 'regex':
      case 'test':
        return HARMLESS
      case 'unknown':
        return this.nodes.get(value) ?? this.part(value.label)
      case 'field':
        return { clears: value.clears | clearsOf(this.describe(value.base, facts)) }
      case 'derived':
        return { clears: value.clears | this.clearsOfAll(value.inputs, facts) }
      case 'text':
        return { clears: this.clearsOfAll(value.parts, facts) }
      case 'choice':
        return anyOf(value.alternatives.map((item) => this.describe(item.value, [...facts, ...item.facts])))
      case 'object':
        if (value.kind === 'object') return this.objectParts(value, facts)
        return listNode(this.describe(view.element(value), facts))
      case 'extern':
        return /(?:^|\.)NEVER$/u.test(value.path) ? HARMLESS : UNREAD
      default:
        return UNREAD
    }
  }

  /** A property of a probe that was not read as a whole: `probe 12.name`. */
  private part(label: string): SchemaNode {
    const dot = label.lastIndexOf('.')
    if (dot < 0 || !label.startsWith('probe ')) return UNREAD
    const above = this.labels.get(label.slice(0, dot)) ?? this.part(label.slice(0, dot))
    const name = label.slice(dot + 1)
    if (name === 'length' && !above.fields) return HARMLESS
    return above.fields?.get(name) ?? above.element ?? (above.unknown ? UNREAD : { clears: above.clears })
  }

  private objectParts(object: Value, facts: readonly Fact[]): SchemaNode {
    const names = this.view.keys(object) ?? []
    const fields = new Map(names.map((name) => [name, this.describe(this.view.property(object, name), facts)]))
    const hidden = resolveHidden(object, this.view)
    return objectNode(fields, { open: hidden !== undefined, unknown: hidden !== undefined })
  }

  private clearsOfAll(values: readonly Value[], facts: readonly Fact[]): number {
    return values.reduce((clears, value) => clears & clearsOf(this.describe(value, facts)), ALL_KINDS)
  }
}
