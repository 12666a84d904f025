import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { listUses } from './argument-list.ts'

const SHELLS = /(?:^|[\\/])(?:[ackz]|ba|da|fi|tc)?sh(?:\.exe)?$|(?:^|[\\/])(?:cmd|powershell|pwsh)(?:\.exe)?$/iu
const SHELL_FLAGS = /^(?:-[a-z]*c|\/[cks]|-command|-encodedcommand)$/iu

/**
 * The uses of a text that a shell parses: `command` for a way of building it in which the program itself is input,
 * `shell-text` for input behind it.
 */
export function shellText(call: CallView, value: Value, argument: number): SinkUse[] {
  const uses: SinkUse[] = []
  for (const way of call.alternatives(value)) {
    const program = programOf(call, way)
    const isChosen = program !== undefined && call.isTainted(program, 'command')
    uses.push(isChosen ? { kind: 'command', value: program, argument } : { kind: 'shell-text', value: way, argument })
  }
  return uses.some((use) => use.kind === 'shell-text' && call.isTainted(use.value, 'shell-text'))
    ? uses.filter((use) => use.kind === 'shell-text') : uses
}

/** The part of a command line that names the program, where that is no constant on any way. */
function programOf(call: CallView, text: Value): Value | undefined {
  // Without the blanks at its ends it begins with the same word.
  const [inner] = text.op === 'derived' && text.name.startsWith('trim') ? text.inputs : []
  if (inner) return programOf(call, inner)
  for (const part of call.parts(text)) {
    const ways = call.alternatives(part)
    const [only] = ways
    if (ways.length > 1 || (only && call.parts(only).length > 1)) {
      // A joined list of unknown length begins with any of its elements; where one is constant, it is the program.
      const programs = ways.map((way) => programOf(call, way))
      return programs.includes(undefined) ? undefined : programs[0]
    }
    const constant = call.constant(part)
    if (!constant) return part
    if (!/^[\s"'(]*$/u.test(String(constant.value))) return undefined
  }
  return undefined
}

/** The uses in `spawn(program, list, options)` and its kin. */
export function programAndList(
  call: CallView, programIndex: number, listIndex: number, optionsIndex: number,
): SinkUse[] {
  const program = call.arg(programIndex)
  const list = call.arg(listIndex)
  const hasList = isList(call, list)
  const options = hasList ? call.arg(optionsIndex) : list
  const elements = hasList ? call.elements(list) ?? [call.element(list)] : []
  if (usesShell(call, options)) {
    const text = call.text(elements.reduce<Value[]>((all, item) => [...all, call.constantOf(' '), item], [program]))
    const inProgram = shellText(call, program, programIndex).filter((use) => call.isTainted(use.value, use.kind))
    return inProgram.length > 0 ? inProgram : shellText(call, text, hasList ? listIndex : programIndex)
  }
  if (call.isTainted(program, 'command')) return [{ kind: 'command', value: program, argument: programIndex }]
  const script = shellScript(call, program, elements)
  return [
    ...(script ? shellText(call, script, listIndex) : []),
    ...listUses(call, program, elements.filter((item) => item !== script), listIndex, call.elements(list) !== undefined),
  ]
}

/** The uses in a list of which the first element is the program: `['sh', '-c', script]`. No shell sees the list itself. */
export function commandList(call: CallView, list: Value, argument: number): SinkUse[] {
  const known = call.elements(list)
  // A list of unknown length begins with any of its elements; where one is constant, it is the program.
  const first = known ? known[0] : call.property(list, '0')
  const program = first && (call.alternatives(first).find((item) => call.constant(item)) ?? first)
  if (!program || call.isTainted(program, 'command')) return [{ kind: 'command', value: list, argument }]
  const elements = known?.slice(1) ?? [call.element(list)]
  const script = shellScript(call, program, elements)
  return [
    ...(script ? shellText(call, script, argument) : []),
    ...listUses(call, program, elements.filter((item) => item !== script), argument, known !== undefined),
  ]
}

function isList(call: CallView, value: Value): boolean {
  if (value.op === 'object') return value.kind === 'array'
  if (value.op === 'choice') {
    return call.alternatives(value).some((item) => item.op === 'object' && item.kind === 'array')
  }
  return value.op !== 'constant' && !call.isFunction(value)
}

/** True also for a shell on one platform only (`shell: process.platform === 'win32'`), or where the client decides. */
function usesShell(call: CallView, options: Value): boolean {
  if (options.op !== 'object' && options.op !== 'choice') return false
  return call.alternatives(call.property(options, 'shell')).some((shell) => {
    const constant = call.constant(shell)
    return constant ? Boolean(constant.value) : isCondition(shell) || call.comesFromSource(shell)
  })
}

/** A condition, whatever it proves. */
function isCondition(value: Value): boolean {
  return value.op === 'test' || (value.op === 'unknown' && value.label === 'boolean')
}

/** The script of `sh -c script`, `cmd /c script`, `powershell -Command script`. */
function shellScript(call: CallView, program: Value, elements: readonly Value[]): Value | undefined {
  const name = call.constant(program)?.value
  if (typeof name !== 'string' || !SHELLS.test(name)) return undefined
  const flag = elements.findIndex((item) => {
    const text = call.constant(item)?.value
    return typeof text === 'string' && SHELL_FLAGS.test(text)
  })
  const rest = flag < 0 ? [] : elements.slice(flag + 1)
  // Every word after the flag belongs to the script for cmd and PowerShell; for sh only the first does.
  return /sh(?:\.exe)?$/iu.test(name) && !/powershell|pwsh/iu.test(name) ? rest[0]
    : rest.length > 0 ? call.text(rest) : undefined
}
