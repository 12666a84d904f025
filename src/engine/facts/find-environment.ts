import type { EnvironmentNames } from '../environment-rows.ts'
import type { EnvironmentFacts, Place } from './environment-facts.ts'
import { EnvironmentLog } from './environment-log.ts'
import { EnvironmentReader } from './environment-reader.ts'
import type { FileFacts, Statement } from './ir.ts'

/** What a file does with the variables of the environment, from its facts. */
export function findEnvironment(file: Omit<FileFacts, 'environment'>, rows: EnvironmentNames): EnvironmentFacts {
  const log = new EnvironmentLog(file, rows)
  const reader = new EnvironmentReader(log)
  for (const [id, variable] of file.variables.entries()) if (variable.type === 'NodeJS.ProcessEnv') log.whole.add(id)
  for (const { name, className, params, body } of file.functions) {
    const called = name === 'constructor' ? className ?? '' : name
    params.forEach((pattern, index) => {
      const place = `${called}#${index}`
      const variable = pattern.op === 'default' ? pattern.pattern : pattern
      if (variable.op === 'variable') log.parameters.set(variable.id, place)
      reader.bind(pattern, called === '' ? [] : [place])
    })
    new StatementReader(reader, called).read(body)
  }
  for (const { fields } of file.classes) {
    for (const { name, value } of fields) if (value) log.graph.flow(reader.visit(value), `.${name}`)
  }
  for (const item of file.exports) {
    if ('variable' in item) log.graph.flow(log.placeOf(item.variable), `.${item.name}`)
    else if ('value' in item) log.graph.flow(reader.visit(item.value), `.${item.name}`)
    else if (item.name !== item.from.name) log.graph.flow([`.${item.from.name}`], `.${item.name}`)
  }
  return log.finish()
}

/** Goes over the statements of one function. */
class StatementReader {
  private readonly reader: EnvironmentReader
  private readonly called: string

  constructor(reader: EnvironmentReader, called: string) {
    this.reader = reader
    this.called = called
  }

  read(statements: readonly Statement[]): void {
    for (const statement of statements) this.readOne(statement)
  }

  private readOne(statement: Statement): void {
    const { reader } = this
    switch (statement.op) {
      case 'expression':
        reader.visit(statement.expression)
        return
      case 'bind':
        if (statement.value) reader.bindTo(statement.pattern, statement.value)
        return
      case 'return':
        this.give(statement.value ? reader.visit(statement.value) : [])
        return
      case 'throw':
        reader.visit(statement.value)
        return
      case 'if':
        reader.test(statement.test)
        this.read(statement.yes)
        this.read(statement.no)
        return
      case 'loop':
        this.read(statement.init)
        if (statement.test) reader.test(statement.test)
        if (statement.update) reader.visit(statement.update)
        this.read(statement.body)
        return
      case 'each':
        reader.lookAt(statement.over, 3)
        reader.bind(statement.pattern, [])
        this.read(statement.body)
        return
      case 'switch':
        reader.lookAt(statement.value, 2)
        for (const item of statement.cases) {
          if (item.test) reader.lookAt(item.test, 2)
          this.read(item.body)
        }
        return
      case 'try':
        for (const part of [statement.block, statement.handler, statement.finalizer]) if (part) this.read(part)
        return
      case 'block':
        this.read(statement.body)
        return
      default:
    }
  }

  private give(places: readonly Place[]): void {
    const { graph } = this.reader.log
    if (this.called === '') graph.look(places, 3)
    else for (const to of [`${this.called}()`, `.${this.called}`]) graph.flow(places, to)
  }
}
