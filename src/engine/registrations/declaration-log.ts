import { lineOf } from '../facts/line-of.ts'
import { viewOf } from '../flow/call-view.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import { contentsOf, readMember } from '../flow/read-member.ts'
import type { SchemaNode } from '../flow/schema-node.ts'
import type { Value } from '../flow/values.ts'
import type { RegistrationDraft } from '../rows.ts'
import type { Declaration, HandlerEffect, Hints, SchemaForm } from './declaration.ts'
import type { ListedObject } from './find-listed.ts'
import { namesIn } from './names-in.ts'
import type { Registration } from './registration.ts'

/** What a declaration says, without what its handler does. */
export type DeclarationDraft = Omit<Declaration, 'effects' | 'isLogged'>

/** What handlers do, of one registration or, for those that serve several tools, of all of them. */
export interface HandlerDeeds {
  readonly effectsOf: (registration: Registration) => readonly HandlerEffect[]
  /** The tools in whose branch something is logged; `undefined` stands for outside of any. */
  readonly logsOf: (registration: Registration) => ReadonlySet<string | undefined>
  readonly dispatched: readonly HandlerEffect[]
  readonly dispatchedLogs: ReadonlySet<string | undefined>
}

/** What clients are told of; the rest is how they are answered. */
const DECLARED: ReadonlySet<Registration['kind']> = new Set(['tool', 'prompt', 'resource', 'resource-template'])

/** Collects what a server declares, while the state still knows what the objects hold. */
export class DeclarationLog {
  private readonly machine: Evaluator
  private drafts: { draft: DeclarationDraft; registration: Registration }[] = []

  constructor(machine: Evaluator) {
    this.machine = machine
  }

  addRegistration(draft: RegistrationDraft, registration: Registration): void {
    const { kind, dialect, name, file, line, at } = registration
    if (!DECLARED.has(kind)) return
    const schema = draft.schema ?? this.schemaOf(draft.schemaValue)
    this.drafts.push({
      registration,
      draft: {
        kind, dialect, name, file, line, at, isListed: false,
        server: this.serverOf(draft.server), schemaForm: this.formOf(draft.schemaValue),
        ...this.texts(draft.description, draft.annotations), ...(schema ? { schema } : {}),
      },
    })
  }

  /** What stands in a list that a low-level server gives, under each of its names; nothing where it is not known where that is. */
  describeListed({ kind, tool, list }: ListedObject, listing: Registration): DeclarationDraft[] {
    const { machine } = this
    const { at, file } = tool
    if (!at || !file) return []
    const schemaValue = readMember(machine, tool, 'inputSchema')
    const schema = this.schemaOf(schemaValue)
    return namesIn(readMember(machine, tool, 'name')).map((name) => ({
      kind, dialect: listing.dialect, name, file: file.path, line: lineOf(file, at[0]), at, isListed: true,
      server: list === undefined ? undefined : `#${list}`, schemaForm: this.formOf(schemaValue),
      ...this.texts(readMember(machine, tool, 'description'), readMember(machine, tool, 'annotations')), ...(schema ? { schema } : {}),
    }))
  }

  /** Moves the places in an edited file; false where one is no more. */
  movePlaces(move: <Result>(result: Result) => Result | undefined): boolean {
    const moved = move(this.drafts)
    if (moved) this.drafts = moved
    return moved !== undefined
  }

  /** Everything declared, each with what its handler does. */
  finish(listed: readonly DeclarationDraft[], deeds: HandlerDeeds): readonly Declaration[] {
    const { dispatched, dispatchedLogs } = deeds
    const registered = this.drafts.map(({ draft, registration }) => ({
      ...draft, effects: deeds.effectsOf(registration), isLogged: deeds.logsOf(registration).size > 0,
    }))
    const answered = listed.map((draft) => {
      const { name } = draft
      const isTool = name !== undefined && draft.kind === 'tool'
      return {
        ...draft, effects: isTool ? dispatched.filter((effect) => effect.tools?.includes(name)) : [],
        isLogged: dispatchedLogs.has(undefined) || dispatchedLogs.has(name),
      }
    })
    const seen = new Set<string>()
    return [...registered, ...answered].filter(({ file, at, kind, name }) => {
      const key = `${file}:${at[0]}:${kind}:${name ?? ''}`
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
  }

  private texts(description: Value | undefined, annotations: Value | undefined): Pick<Declaration, 'description' | 'hints'> {
    const text = description && textOf(description, 0)
    const hints = this.hintsOf(annotations)
    return { ...(text ? { description: text } : {}), ...(hints ? { hints } : {}) }
  }

  private hintsOf(value: Value | undefined): Hints | undefined {
    if (!value || value.op === 'constant') return undefined
    if (value.op !== 'object') return { values: new Map(), isOpen: true }
    const { fields, others } = contentsOf(this.machine, value)
    const values = new Map([...fields].flatMap(([name, field]) => (field.op === 'constant' ? [[name, field.constant] as const] : [])))
    return {
      values, isOpen: others.length > 0 || values.size < fields.size,
      ...(value.at && value.file ? { place: { file: value.file.path, at: value.at } } : {}),
    }
  }

  private schemaOf(value: Value | undefined): SchemaNode | undefined {
    return value && this.read(value, undefined)
  }

  private formOf(value: Value | undefined): SchemaForm {
    if (!value || value.op === 'constant') return 'none'
    if (this.read(value, false)) return 'schema'
    if (this.read(value, true)) return 'description'
    return value.op === 'object' ? 'shape' : 'unknown'
  }

  private read(value: Value, isDescription: boolean | undefined): SchemaNode | undefined {
    const view = viewOf(this.machine, undefined, { args: [], rest: [], isNew: false, site: undefined })
    for (const reader of this.machine.index.schemaReaders) {
      if (isDescription !== undefined && Boolean(reader.isDescription) !== isDescription) continue
      const schema = reader.read(value, view)
      if (schema) return schema
    }
    return undefined
  }

  private serverOf(value: Value | undefined): string | undefined {
    if (value?.op === 'extern') return `${value.module}#${value.id}`
    return value?.op === 'object' ? `#${value.id}` : undefined
  }
}

const MAX_DEPTH = 12

/** The text that a value is, with a blank for each part that is not known; `undefined` where no part is. */
function textOf(value: Value, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined
  switch (value.op) {
    case 'constant':
      return typeof value.constant === 'string' ? value.constant : undefined
    case 'text':
      return value.parts.map((part) => textOf(part, depth + 1) ?? ' ').join('')
    case 'choice': {
      const texts = value.alternatives.flatMap((item) => textOf(item.value, depth + 1) ?? [])
      return texts.length > 0 ? texts.join('\n') : undefined
    }
    default:
      return undefined
  }
}
