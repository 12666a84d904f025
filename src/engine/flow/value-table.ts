import type { ClassFacts, Constant, FileFacts, FunctionFacts, Range } from '../facts/ir.ts'
import type { Frame } from './frame.ts'
import { commonFacts } from './known-facts.ts'
import type { Source } from './source.ts'
import type {
  Alternative, ChoiceValue, ClassValue, ClosureValue, ConstantValue, Fact, NativeValue, ObjectValue, TestValue, UnknownValue, Value,
} from './values.ts'

type Shape = { [Op in Value['op']]: Omit<Extract<Value, { op: Op }>, 'id' | 'isTainted'> }[Value['op']]

const MAX_PARTS = 120

/** The operation that stands for one of more values than are told apart. */
export const MANY = 'one-of'
/** The operation that stands for an object of which any property is one of the inputs. */
export const ENTRIES = 'any-entry'

/** Makes values, each shape once. */
export class ValueTable {
  /** The computed key under which something unknown was last found. */
  readonly entryKeys = new WeakMap<Value, Value>()
  private readonly byKey = new Map<string, Value>()
  private readonly constants = new Map<Constant, ConstantValue>()
  private nextId = 1
  private readonly maxAlternatives: number

  constructor(maxAlternatives: number) {
    this.maxAlternatives = maxAlternatives
  }

  constant(constant: Constant): ConstantValue {
    let value = this.constants.get(constant)
    if (!value) {
      value = this.fresh({ op: 'constant', constant }) as ConstantValue
      this.constants.set(constant, value)
    }
    return value
  }

  regex(source: string, flags: string): Value {
    return this.intern(`r${flags}/${source}`, { op: 'regex', source, flags })
  }

  unknown(label: string): UnknownValue {
    return this.intern(`u${label}`, { op: 'unknown', label }) as UnknownValue
  }

  source(source: Source): Value {
    return this.intern(`s${source.id}`, { op: 'source', source })
  }

  field(base: Value, name: string, clears = 0): Value {
    return this.intern(`f${base.id}.${clears}.${name}`, { op: 'field', base, name, clears })
  }

  derived(name: string, inputs: readonly Value[], clears = 0): Value {
    return this.intern(`d${name}:${clears}:${ids(inputs)}`, { op: 'derived', name, inputs, clears })
  }

  extern(module: string, path: string, from?: Value, args?: readonly Value[], isJudge = false): Value {
    const key = `e${module}:${path}:${from?.id ?? ''}:${args ? ids(args) : ''}`
    const origin = { ...(from ? { from } : {}), ...(args ? { args } : {}), ...(isJudge ? { isJudge } : {}) }
    return this.intern(key, { op: 'extern', module, path, ...origin })
  }

  /** Text from parts; neighbouring constants become one. */
  text(parts: readonly Value[]): Value {
    const flat: Value[] = []
    for (const part of parts.flatMap((item) => (item.op === 'text' ? item.parts : [item]))) {
      const last = flat.at(-1)
      if (part.op === 'constant' && last?.op === 'constant') flat[flat.length - 1] = this.constant(`${asText(last)}${asText(part)}`)
      else flat.push(part.op === 'constant' ? this.constant(asText(part)) : part)
    }
    const [only] = flat
    if (!only) return this.constant('')
    if (flat.length === 1 && only.op === 'constant') return only
    if (flat.length > MAX_PARTS) return this.derived('text', flat)
    return this.intern(`t${ids(flat)}`, { op: 'text', parts: flat })
  }

  /** One of several values; a choice in a choice is dissolved, and of equal ones stays what holds for all of them. */
  choice(alternatives: readonly Alternative[]): Value {
    const merged = new Map<number, Alternative>()
    for (const alternative of alternatives) addFlat(merged, alternative)
    const flat = [...merged.values()]
    const [only] = flat
    if (!only) return this.constant(undefined)
    if (flat.length === 1 && only.facts.length === 0) return only.value
    if (flat.length > this.maxAlternatives) return this.derived(MANY, flat.map((item) => item.value))
    const choice = { op: 'choice', alternatives: flat } as Omit<ChoiceValue, 'id' | 'isTainted'>
    return this.intern(`o${flat.map(alternativeKey).join('|')}`, choice)
  }

  oneOf(values: readonly Value[]): Value {
    return this.choice(values.map((value) => ({ value, facts: [] })))
  }

  test(whenTrue: readonly Fact[] | undefined, whenFalse: readonly Fact[] | undefined): Value {
    if (whenTrue && whenFalse && whenTrue.length + whenFalse.length === 0) return this.unknown('boolean')
    const key = `b${whenTrue ? factsKey(whenTrue) : '-'}/${whenFalse ? factsKey(whenFalse) : '-'}`
    return this.intern(key, { op: 'test', whenTrue, whenFalse } as Omit<TestValue, 'id' | 'isTainted'>)
  }

  object(kind: ObjectValue['kind'], at?: Range, classValue?: ClassValue, file?: FileFacts): ObjectValue {
    const origin = { ...(at ? { at } : {}), ...(classValue ? { classValue } : {}), ...(file ? { file } : {}) }
    return this.fresh({ op: 'object', kind, ...origin }) as ObjectValue
  }

  closure(file: FileFacts, facts: FunctionFacts, frame: Frame, self?: Value, bound?: readonly Value[]): ClosureValue {
    const key = `k${file.path}:${facts.id}:${frame.id}:${self?.id ?? ''}:${bound ? ids(bound) : ''}`
    const shape = { op: 'closure', file, facts, frame, ...(self ? { self } : {}), ...(bound ? { bound } : {}) } as const
    return this.intern(key, shape) as ClosureValue
  }

  classOf(file: FileFacts, facts: ClassFacts, frame: Frame, parent?: Value): ClassValue {
    const shape = { op: 'class', file, facts, frame, ...(parent ? { parent } : {}) } as const
    return this.intern(`l${file.path}:${facts.id}:${frame.id}`, shape) as ClassValue
  }

  native(call: (args: readonly Value[]) => Value): NativeValue {
    return this.fresh({ op: 'native', call }) as NativeValue
  }

  private intern(key: string, shape: Shape): Value {
    let value = this.byKey.get(key)
    if (!value) {
      value = this.fresh(shape)
      this.byKey.set(key, value)
    }
    return value
  }

  private fresh(shape: Shape): Value {
    return { id: this.nextId++, isTainted: carriesTaint(shape), ...shape } as Value
  }
}

function carriesTaint(shape: Shape): boolean {
  switch (shape.op) {
    case 'source':
    case 'native':
      return true
    case 'field':
      return shape.base.isTainted
    case 'text':
      return shape.parts.some(isTainted)
    case 'derived':
      return shape.inputs.some(isTainted)
    case 'extern':
      return shape.from?.isTainted === true || shape.args?.some(isTainted) === true
    case 'choice':
      return shape.alternatives.some((item) => item.value.isTainted || item.facts.some(isAboutTainted))
    case 'test':
      return shape.whenTrue?.some(isAboutTainted) === true || shape.whenFalse?.some(isAboutTainted) === true
    case 'closure':
      // What a function inside another captures may be anything.
      return shape.frame.parent !== undefined || shape.self?.isTainted === true || shape.bound?.some(isTainted) === true
    default:
      return false
  }
}

function isTainted(value: Value): boolean {
  return value.isTainted
}

function isAboutTainted(fact: Fact): boolean {
  return fact.value.isTainted
}

function ids(values: readonly Value[]): string {
  return values.map((value) => value.id).join(',')
}

function asText(value: ConstantValue): string {
  return String(value.constant)
}

function factsKey(facts: readonly Fact[]): string {
  return facts.map((fact) => `${fact.value.id}:${fact.clears}:${fact.states}:${fact.equals?.join() ?? ''}`).sort().join(';')
}

function alternativeKey({ value, facts, truthy }: Alternative): string {
  return `${value.id}${truthy === undefined ? '' : truthy ? '+' : '-'}[${factsKey(facts)}]`
}

function addFlat(merged: Map<number, Alternative>, { value, facts, truthy }: Alternative): void {
  if (value.op !== 'choice') {
    merge(merged, value, facts, truthy)
    return
  }
  for (const inner of value.alternatives) {
    if (truthy !== undefined && inner.truthy !== undefined && inner.truthy !== truthy) continue
    merge(merged, inner.value, facts.length === 0 ? inner.facts : [...inner.facts, ...facts], inner.truthy ?? truthy)
  }
}

function merge(merged: Map<number, Alternative>, value: Value, facts: readonly Fact[], truthy: boolean | undefined): void {
  const key = value.id * 4 + (truthy === undefined ? 0 : truthy ? 1 : 2)
  const before = merged.get(key)
  const held = before ? before.facts.length === 0 || facts.length === 0 ? [] : commonFacts([before.facts, facts]) : facts
  merged.set(key, { value, facts: held, ...(truthy === undefined ? {} : { truthy }) })
}
