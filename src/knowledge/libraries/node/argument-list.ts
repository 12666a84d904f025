import type { CallView, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { resolveInterpreter } from './interpreters.ts'
import { isOptionProgram } from './option-programs.ts'
import { isValuelessOption } from './valueless-options.ts'

/** Programs that hand an address to whatever the system registered for its scheme. */
const OPENERS = /(?:^|[\\/])(?:open|xdg-open|gnome-open|kde-open|explorer(?:\.exe)?|sensible-browser|wslview)$/u
const RUNNERS = /(?:^|[\\/])(?:npx|bunx|uvx)(?:\.cmd|\.exe)?$/u
/** Options of git itself that take a value: https://git-scm.com/docs/git#_options */
const GIT_OPTION = /^(?:-[cC]|--(?:git-dir|work-tree|namespace|exec-path|super-prefix|config-env))$/u

/** The uses of the elements of an argument list: code, an address that is opened, or an argument that may be an option. */
export function listUses(
  call: CallView, program: Value, elements: readonly Value[], argument: number, isOrdered: boolean,
): SinkUse[] {
  const name = call.constant(program)?.value
  if (typeof name !== 'string') return []
  if (OPENERS.test(name)) return elements.map((value) => ({ kind: 'opened-url', value, argument }))
  const code = isOrdered ? evaluatedCode(call, name, elements) : undefined
  const uses: SinkUse[] = code ? [{ kind: 'code', value: code, argument }] : []
  if (!isOptionProgram(name)) return uses
  return [...uses, ...optionUses(call, ownArguments(call, name, elements, isOrdered), argument, isOrdered, name)
    .filter(({ value }) => value !== code)]
}

/** The elements of a list that may become options, of a program that reads options. */
export function optionUses(
  call: CallView, elements: readonly Value[], argument: number, isOrdered: boolean, program = '',
): SinkUse[] {
  return operands(call, elements, isOrdered, program).map((value) => ({ kind: 'argument', value, argument }))
}

/** The script of `node -e script`, `python -c script` and their kin. */
function evaluatedCode(call: CallView, name: string, elements: readonly Value[]): Value | undefined {
  const flags = resolveInterpreter(name)
  const flag = flags ? elements.findIndex((item) => flags.test(String(call.constant(item)?.value ?? ''))) : -1
  return flag < 0 ? undefined : elements[flag + 1]
}

/** What the program itself reads: npx and its kin leave everything behind the package to the package. */
function ownArguments(call: CallView, name: string, elements: readonly Value[], isOrdered: boolean): readonly Value[] {
  if (!RUNNERS.test(name)) return elements
  const first = elements.findIndex((item) => !String(call.constant(item)?.value ?? '-').startsWith('-'))
  return isOrdered ? elements.slice(0, first < 0 ? elements.length : first) : []
}

/** What the program reads as an option if it begins with a hyphen: neither behind `--` nor the value of an option. */
function operands(call: CallView, elements: readonly Value[], isOrdered: boolean, program: string): readonly Value[] {
  const texts = elements.map((item) => call.constant(item)?.value)
  if (!isOrdered) return elements.flatMap((item) => unordered(call, item))
  const end = handsOn(program, texts) ? -1 : texts.findIndex((text) => text === '--' || text === '--end-of-options')
  return elements.slice(0, end < 0 ? elements.length : end).filter((item, index) => {
    const before = texts[index - 1]
    // `--format=%s` has its value already, and a marker has none.
    const isValue = typeof before === 'string' && /^-(?!(?:-|-end-of-options)$)[^=]*$/u.test(before) && !isValuelessOption(program, before)
    return !isValue && !cannotBeOption(call, item)
  })
}

/** `git pull` reads the marker itself and calls `git fetch` with what follows, without one (git 2.39). */
function handsOn(program: string, texts: readonly unknown[]): boolean {
  return /(?:^|[\\/])git(?:\.exe)?$/iu.test(program) && texts.find((text, index) => isSubcommand(text, texts[index - 1])) === 'pull'
}

/** A word that is neither an option of git itself nor the value of one. */
function isSubcommand(text: unknown, before: unknown): boolean {
  const isOption = typeof text === 'string' && text.startsWith('-')
  return !isOption && !(typeof before === 'string' && GIT_OPTION.test(before))
}

/** Of a list in an unknown order nothing is said once it holds an option: the next element may be its value. */
function unordered(call: CallView, item: Value): readonly Value[] {
  const hasOption = call.alternatives(item).some((way) => {
    const first = call.constant(call.parts(way)[0] ?? way)?.value
    return typeof first === 'string' && first.startsWith('-')
  })
  return hasOption || cannotBeOption(call, item) ? [] : [item]
}

/** Text with a beginning of its own, a resolved path and a parsed address do not begin with a hyphen. */
function cannotBeOption(call: CallView, value: Value): boolean {
  const ways = call.alternatives(value)
  if (ways.length > 1) return ways.every((way) => cannotBeOption(call, way) || !call.isTainted(way, 'argument'))
  const parts = call.parts(value).filter((part) => call.constant(part)?.value !== '')
  const [first] = parts
  if (parts.length > 1 && first) {
    const text = call.constant(first)?.value
    return typeof text === 'string' ? !/^-+$/u.test(text) : !call.isTainted(first, 'argument')
  }
  if (value.op === 'field' && value.base.op === 'derived') return value.base.name === 'parse-url'
  if (value.op !== 'derived') return false
  const [start] = value.inputs
  return value.name === 'resolve' || value.name === 'realpath' || value.name === 'parse-url'
    || (value.name === 'join' && start !== undefined && cannotBeOption(call, call.text([start, call.constantOf('/')])))
    || (value.name === 'to-string' && start !== undefined && cannotBeOption(call, start))
}
