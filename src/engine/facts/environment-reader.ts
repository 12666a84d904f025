import type { Look, Place } from './environment-facts.ts'
import { localPlace } from './environment-log.ts'
import type { EnvironmentLog } from './environment-log.ts'
import type { CallExpression, Expression, Pattern, Range } from './ir.ts'
import { heldAt } from './place-graph.ts'

const COMPARISONS: ReadonlySet<string> = new Set(['===', '!==', '==', '!=', '<', '>', '<=', '>=', 'in', 'instanceof'])

/** Goes over expressions and tells where their values may come from. What it cannot follow counts as looked at. */
export class EnvironmentReader {
  readonly log: EnvironmentLog

  constructor(log: EnvironmentLog) {
    this.log = log
  }

  /** The places of which the value of an expression may be the value. */
  visit(expression: Expression): Place[] {
    switch (expression.op) {
      case 'constant':
        if (typeof expression.value === 'string') this.log.noteName(expression.value)
        return []
      case 'variable':
        return this.log.placeOf(expression.id)
      case 'member':
        return this.member(expression.object, expression.name, expression.at)
      case 'index':
        if (this.log.isWhole(expression.object)) this.log.compute(expression.index)
        else this.visitAll([expression.object])
        this.lookAt(expression.index, 2)
        return []
      case 'call':
        return this.call(expression)
      case 'template':
        return this.visitAll(expression.parts)
      case 'tagged':
        return this.visitAll([expression.tag, ...expression.holes])
      case 'binary':
        return this.binary(expression.operator, expression.left, expression.right)
      case 'logical':
        return this.logical(expression.operator, expression.left, expression.right)
      case 'unary':
        return this.unary(expression.operator, expression.operand)
      case 'conditional':
        this.test(expression.test)
        return [...this.visit(expression.yes), ...this.visit(expression.no)]
      case 'assign':
        return this.assign(expression.operator, expression.target, expression.value)
      case 'object':
        return this.object(expression)
      case 'array':
        return expression.elements.flatMap(({ value }) => this.visit(value).map(heldAt))
      case 'await':
        return this.visit(expression.operand)
      case 'sequence':
        return expression.items.map((item) => this.visit(item)).at(-1) ?? []
      case 'import':
        return this.visitAll([expression.source])
      case 'other':
        return this.visitAll(expression.parts)
      default:
        return []
    }
  }

  /** A condition: each part of it is looked at. */
  test(expression: Expression): void {
    if (expression.op === 'logical') {
      this.test(expression.left)
      this.test(expression.right)
    } else {
      this.lookAt(expression, 1)
    }
  }

  lookAt(expression: Expression, look: Look): void {
    this.log.graph.look(this.visit(expression), look)
  }

  bindTo(pattern: Pattern, value: Expression): void {
    if (this.log.isWhole(value)) {
      this.bindWhole(pattern)
      return
    }
    if (pattern.op === 'object') this.bindHolders(pattern, value)
    this.bind(pattern, this.visit(value))
  }

  bind(pattern: Pattern, places: readonly Place[]): void {
    const { graph } = this.log
    switch (pattern.op) {
      case 'variable':
        graph.flow(places, localPlace(pattern.id))
        return
      case 'target':
        this.bindTarget(pattern.expression, places)
        return
      case 'default':
        graph.look(places, 1)
        this.bindTo(pattern.pattern, pattern.value)
        this.bind(pattern.pattern, places)
        return
      case 'array':
        // Which element is which is not followed.
        graph.look(places, 3)
        for (const element of pattern.elements) if (element) this.bind(element, [])
        return
      default:
        for (const { key, pattern: inner } of pattern.properties) {
          if (typeof key !== 'string') this.visit(key)
          this.bind(inner, typeof key === 'string' ? [`.${key}`] : [])
        }
        if (pattern.rest) this.bind(pattern.rest, places)
    }
  }

  /** `const { NAME } = process.env` */
  private bindWhole(pattern: Pattern): void {
    if (pattern.op === 'variable') this.log.whole.add(pattern.id)
    if (pattern.op === 'default') this.bindWhole(pattern.pattern)
    if (pattern.op !== 'object') return
    for (const { key, pattern: inner, at } of pattern.properties) {
      if (typeof key === 'string') this.bind(inner, this.log.read(key, at))
      else this.log.compute(key)
    }
    if (pattern.rest) this.bindWhole(pattern.rest)
  }

  /** `const { env } = process` */
  private bindHolders({ properties }: Pattern & { op: 'object' }, value: Expression): void {
    for (const { key, pattern, at } of properties) {
      if (typeof key === 'string' && this.log.isWhole({ op: 'member', object: value, name: key, at })) this.bindWhole(pattern)
    }
  }

  private bindTarget(expression: Expression, places: readonly Place[]): void {
    if (expression.op === 'member' && this.log.isWhole(expression.object)) {
      this.log.settle(expression.name)
    } else if (expression.op === 'member') {
      this.visit(expression.object)
      this.log.graph.flow(places, `.${expression.name}`)
    } else {
      this.log.graph.look(places, 3)
    }
  }

  private visitAll(parts: readonly Expression[]): Place[] {
    for (const part of parts) this.visit(part)
    return []
  }

  private member(object: Expression, name: string, at: Range): Place[] {
    if (this.log.isWhole(object)) return this.log.read(name, at)
    this.visit(object)
    return [`.${name}`]
  }

  private binary(operator: string, left: Expression, right: Expression): Place[] {
    if (operator === 'in' && left.op === 'constant' && this.log.isWhole(right)) this.log.settle(String(left.value))
    if (!COMPARISONS.has(operator)) return this.visitAll([left, right])
    const isPresence = [left, right].some((side) => side.op === 'constant' && (side.value === undefined || side.value === null))
    this.lookAt(left, isPresence ? 1 : 2)
    this.lookAt(right, isPresence ? 1 : 2)
    return []
  }

  private logical(operator: '&&' | '||' | '??', left: Expression, right: Expression): Place[] {
    if (operator === '&&') {
      this.test(left)
      return this.visit(right)
    }
    const places = this.visit(left)
    this.log.graph.look(places, 1)
    return [...places, ...this.visit(right)]
  }

  private unary(operator: string, operand: Expression): Place[] {
    if (operator === 'delete') return operand.op === 'member' ? this.visitAll([operand.object]) : []
    if (operator === '!' || operator === 'typeof') this.test(operand)
    else if (operator === '+' && operand.op !== 'constant') return this.log.number(this.visit(operand), atOf(operand))
    else this.visit(operand)
    return []
  }

  private assign(operator: string, target: Pattern, value: Expression): Place[] {
    if (operator === '=') {
      this.bindTo(target, value)
      return target.op === 'target' ? this.visitTarget(target.expression) : target.op === 'variable' ? this.log.placeOf(target.id) : []
    }
    const places = this.visit(value)
    if (operator !== '||=' && operator !== '??=') return []
    if (target.op === 'variable') this.log.graph.look(this.log.placeOf(target.id), 1)
    this.bind(target, places)
    return places
  }

  private visitTarget(expression: Expression): Place[] {
    return expression.op === 'member' ? [`.${expression.name}`] : []
  }

  private object({ properties }: Expression & { op: 'object' }): Place[] {
    // What is put beside all other variables is handed on to a program.
    const isHandedOn = properties.some((item) => item.op === 'spread' && this.log.isWhole(item.value))
    return properties.flatMap((item) => {
      if (item.op === 'computed') this.visit(item.key)
      if (item.op === 'property') this.log.noteName(item.name, item.at)
      if (item.op === 'property' && this.log.isWhole(item.value)) {
        if (!this.log.isHandedOnAs(item.name)) this.log.giveAll()
        return []
      }
      const places = this.visit(item.value)
      if (isHandedOn) this.log.graph.look(places, 3)
      if (item.op === 'property') this.log.graph.flow(places, `.${item.name}`)
      return places.map(heldAt)
    })
  }

  private call(call: CallExpression): Place[] {
    const { callee, args, at } = call
    const { log } = this
    const is = log.usesOf(callee)
    const [first] = args
    if (is('readers') && first) {
      if (first.value.op === 'constant') return log.read(String(first.value.value), at)
      log.compute(first.value)
      return []
    }
    const receiver = callee.op === 'member' ? this.visit(callee.object) : callee.op === 'variable' ? [] : this.visitAll([callee])
    const values = args.map(({ value }) => this.argument(value, is('copies')))
    if (is('numbers')) return log.number(values[0] ?? [], at)
    if (is('questions')) log.graph.look(receiver, 3)
    if (is('checks')) {
      log.graph.look(values.flat(), 3)
      return []
    }
    const name = nameOf(callee, log)
    if (is('passes')) {
      // A method on what is not there would throw.
      log.graph.look(receiver, 1)
      return [...receiver, ...values.flat()]
    }
    values.forEach((places, index) => {
      if (name === undefined) log.graph.look(places, 3)
      else log.graph.flow(places, `${name}#${index}`)
      const value = args[index]?.value
      if (name !== undefined && value?.op === 'constant' && typeof value.value === 'string') log.give(`${name}#${index}`, value.value, at)
    })
    return name === undefined ? [] : [`${name}()`]
  }

  private argument(value: Expression, isCopied: boolean): Place[] {
    if (!this.log.isWhole(value)) return this.visit(value)
    if (!isCopied) this.log.giveAll()
    return []
  }
}

function nameOf(callee: Expression, log: EnvironmentLog): string | undefined {
  if (callee.op === 'member' || callee.op === 'global') return callee.name
  if (callee.op !== 'variable') return undefined
  return log.nameOf(callee.id)
}

function atOf(expression: Expression): Range {
  return ('at' in expression ? expression.at : undefined) ?? [0, 0]
}
