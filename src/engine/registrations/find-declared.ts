import type { FileFacts, Range } from '../facts/ir.ts'
import { viewOf } from '../flow/call-view.ts'
import { anyInstance } from '../flow/evaluate-class.ts'
import { exportedValue } from '../flow/evaluate-module.ts'
import type { DecoratedMethod, Evaluator, Site } from '../flow/evaluator.ts'
import type { ClassValue, ObjectValue, Value } from '../flow/values.ts'
import type { DecoratedView } from '../declaring-rows.ts'
import type { CallView, RegistrationDraft } from '../rows.ts'
import { locateFile } from './locate-file.ts'
import type { PackagePlace } from './locate-file.ts'

export interface DeclaredRegistration {
  readonly draft: RegistrationDraft
  readonly dialect: string
  readonly site: Site
}

/** An object literal that was made while the package was set up. */
export interface MadeObject {
  readonly object: ObjectValue
  readonly file: FileFacts
  readonly at: Range
}

/** What is registered without a call: by where a file lies, by what a class extends, by a decorator, by an object's form. */
export function findDeclared(
  machine: Evaluator, files: readonly FileFacts[], place: PackagePlace, objects: readonly MadeObject[],
): DeclaredRegistration[] {
  const view = viewOf(machine, undefined, { args: [], rest: [], isNew: false, site: undefined })
  return [
    ...files.flatMap((file) => fromFile(machine, file, place, view)),
    ...[...new Set(machine.classes)].flatMap((owner) => fromClass(machine, owner, view)),
    ...machine.decorated.flatMap((item) => fromDecorators(machine, item, view)),
    ...objects.flatMap(({ object, file, at }) => machine.index.definitions.flatMap(({ name, definition }) => (
      toList(definition?.(object, view)).map((draft) => ({ draft, dialect: name, site: siteAt(file, at) })))),
    ),
  ]
}

function fromFile(machine: Evaluator, file: FileFacts, place: PackagePlace, view: CallView): DeclaredRegistration[] {
  return locateFile(machine.index, file.path, place).flatMap(({ dialect, row, path }) => {
    const exported = (name: string): Value => exportedValue(machine, file, name) ?? machine.nothing
    return toList(row.read({ path, exported }, view)).map((draft) => ({ draft, dialect: dialect.name, site: siteAt(file, [0, 0]) }))
  })
}

function fromClass(machine: Evaluator, owner: ClassValue, view: CallView): DeclaredRegistration[] {
  let parent: Value | undefined = owner.parent
  while (parent?.op === 'class') parent = parent.parent
  const { module, path } = parent?.op === 'extern' ? parent : { module: '', path: '' }
  const rows = machine.index.classRows(module, path, owner.facts.methods.map(({ name }) => name))
  return rows.flatMap(({ dialect, row }) => (
    toList(row.read(anyInstance(machine, owner), view))
      .map((draft) => ({ draft, dialect: dialect.name, site: siteAt(owner.file, owner.facts.at) }))))
}

function fromDecorators(machine: Evaluator, { owner, method, decorators }: DecoratedMethod, view: CallView): DeclaredRegistration[] {
  const code = owner.file.functions[method.function]
  if (!code) return []
  return decorators.filter((item) => item.parameter === undefined).flatMap((item) => {
    const key = decoratorKey(item.value)
    const rows = key ? machine.index.decorating(key.module, key.path) : []
    if (rows.length === 0) return []
    const self = method.isStatic ? owner : anyInstance(machine, owner)
    const decorated: DecoratedView = {
      name: method.name, arity: code.params.length, handler: machine.table.closure(owner.file, code, owner.frame, self),
      args: (item.value.op === 'extern' && item.value.args) || [],
      decoratorsOf: (parameter) => decorators.filter((other) => other.parameter === parameter)
        .flatMap((other) => decoratorKey(other.value)?.path ?? []),
    }
    return rows.flatMap(({ dialect, row }) => (
      toList(row.read(decorated, view)).map((draft) => ({ draft, dialect: dialect.name, site: siteAt(owner.file, item.at) }))))
  })
}

/** The function that gave a decorator, or the decorator itself where it takes no arguments. */
function decoratorKey(value: Value): { module: string; path: string } | undefined {
  const callee = value.op === 'extern' && value.args ? value.from : value
  return callee?.op === 'extern' ? { module: callee.module, path: callee.path } : undefined
}

function toList(drafts: RegistrationDraft | readonly RegistrationDraft[] | undefined): readonly RegistrationDraft[] {
  return drafts === undefined ? [] : [drafts].flat()
}

function siteAt(file: FileFacts, at: Range): Site {
  return { file, at, args: [], callee: '' }
}
