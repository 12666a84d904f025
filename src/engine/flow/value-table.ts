import type { ClassFacts, Constant, FileFacts, FunctionFacts, Range } from '../facts/ir.ts'
import type { Frame } from './frame.ts'
import type { Source } from './source.ts'
import type {
  Alternative, ChoiceValue, ClassValue, ClosureValue, ConstantValue, Fact, NativeValue, ObjectValue, TestValue, UnknownValue, Value,
} from './values.ts'

type Shape = { [Op in Value['op']]: Omit<Extract<Value, { op: Op }>, 'id'> }[Value['op']]

const MAX_PARTS = 120

/** Makes values, each shape once. */
export class ValueTable {
  private readonly byKey = new Map<string, Value>()
  private nextId = 1
  private readonly maxAlternatives: number

  constructor(maxAlternatives: number) {
    this.maxAlternatives = maxAlternatives
  }

  constant(constant: Constant): ConstantValue {
    return this.intern(`c${typeof constant}:${String(constant)}`, { op: 'constant', constant }) as ConstantValue
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

  /** One of several values; equal ones with equal facts are one, and a choice in a choice is dissolved. */
  choice(alternatives: readonly Alternative[]): Value {
    const flat: Alternative[] = []
    const seen = new Set<string>()
    for (const alternative of alternatives.flatMap(flattened)) {
      const key = alternativeKey(alternative)
      if (!seen.has(key)) flat.push(alternative)
      seen.add(key)
    }
    const [only] = flat
    if (!only) return this.constant(undefined)
    if (flat.length === 1 && only.facts.length === 0) return only.value
    if (flat.length > this.maxAlternatives) return this.derived('one-of', flat.map((item) => item.value))
    const key = `o${[...seen].join('|')}`
    return this.intern(key, { op: 'choice', alternatives: flat } as Omit<ChoiceValue, 'id'>)
  }

  oneOf(values: readonly Value[]): Value {
    return this.choice(values.map((value) => ({ value, facts: [] })))
  }

  test(whenTrue: readonly Fact[] | undefined, whenFalse: readonly Fact[] | undefined): Value {
    if (whenTrue && whenFalse && whenTrue.length + whenFalse.length === 0) return this.unknown('boolean')
    const key = `b${whenTrue ? factsKey(whenTrue) : '-'}/${whenFalse ? factsKey(whenFalse) : '-'}`
    return this.intern(key, { op: 'test', whenTrue, whenFalse } as Omit<TestValue, 'id'>)
  }

  object(kind: ObjectValue['kind'], at?: Range, classValue?: ClassValue): ObjectValue {
    return this.fresh({ op: 'object', kind, ...(at ? { at } : {}), ...(classValue ? { classValue } : {}) }) as ObjectValue
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
    return { id: this.nextId++, ...shape } as Value
  }
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

function flattened(alternative: Alternative): readonly Alternative[] {
  const { value, facts, truthy } = alternative
  if (value.op !== 'choice') return [alternative]
  return value.alternatives
    .filter((inner) => truthy === undefined || inner.truthy === undefined || inner.truthy === truthy)
    .map((inner) => {
      const known = inner.truthy ?? truthy
      return { value: inner.value, facts: [...inner.facts, ...facts], ...(known === undefined ? {} : { truthy: known }) }
    })
}
