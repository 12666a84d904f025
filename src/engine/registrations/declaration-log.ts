import { lineOf } from '../facts/line-of.ts'
import { viewOf } from '../flow/call-view.ts'
import type { Evaluator } from '../flow/evaluator.ts'
import type { NotedEffect } from '../flow/note-effects.ts'
import { contentsOf, readMember } from '../flow/read-member.ts'
import type { SchemaNode } from '../flow/schema-node.ts'
import type { ObjectValue, Value } from '../flow/values.ts'
import type { RegistrationDraft } from '../rows.ts'
import type { Declaration, HandlerEffect, Hints, SchemaForm } from './declaration.ts'
import type { Registration } from './registration.ts'

type Draft = Omit<Declaration, 'effects'>

/** What clients are told of; the rest is how they are answered. */
const DECLARED: ReadonlySet<Registration['kind']> = new Set(['tool', 'prompt', 'resource', 'resource-template'])

/** Collects what a server declares, while the state still knows what the objects hold, and what its handlers do. */
export class DeclarationLog {
  private readonly machine: Evaluator
  private readonly drafts: { draft: Draft; registration: Registration | undefined }[] = []
  private readonly effects = new Map<Registration, Map<string, HandlerEffect>>()

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

  /** A tool in the list that a low-level server gives. */
  addListed(tool: ObjectValue, list: number, listing: Registration): void {
    const { machine } = this
    if (!tool.at || !tool.file) return
    const name = readMember(machine, tool, 'name')
    const schemaValue = readMember(machine, tool, 'inputSchema')
    const schema = this.schemaOf(schemaValue)
    this.drafts.push({
      registration: undefined,
      draft: {
        kind: 'tool', dialect: listing.dialect, name: typeof constantOf(name) === 'string' ? String(constantOf(name)) : undefined,
        file: tool.file.path, line: lineOf(tool.file, tool.at[0]), at: tool.at, isListed: true,
        server: `#${list}`, schemaForm: this.formOf(schemaValue),
        ...this.texts(readMember(machine, tool, 'description'), readMember(machine, tool, 'annotations')), ...(schema ? { schema } : {}),
      },
    })
  }

  addEffect(noted: NotedEffect, registration: Registration, tools: readonly string[] | undefined): void {
    const { capability, change, name, site, route } = noted
    const effect: HandlerEffect = {
      capability, name, route, tools, file: site.file.path, line: lineOf(site.file, site.at[0]), at: site.at, ...(change ? { change } : {}),
    }
    let own = this.effects.get(registration)
    if (!own) {
      own = new Map()
      this.effects.set(registration, own)
    }
    const key = `${capability}:${change ?? ''}:${effect.file}:${site.at[0]}:${tools?.join() ?? ''}`
    if (!own.has(key)) own.set(key, effect)
  }

  effectsOf(registration: Registration): readonly HandlerEffect[] {
    return [...this.effects.get(registration)?.values() ?? []]
  }

  /** Everything declared, each with what its handler does. */
  finish(): readonly Declaration[] {
    const dispatched = [...this.effects.values()].flatMap((effects) => [...effects.values()].filter((effect) => effect.tools))
    const seen = new Set<string>()
    return this.drafts.flatMap(({ draft, registration }) => {
      const key = `${draft.file}:${draft.at[0]}:${draft.kind}:${draft.name ?? ''}`
      if (seen.has(key)) return []
      seen.add(key)
      const { name } = draft
      const effects = registration ? this.effectsOf(registration)
        : name === undefined ? [] : dispatched.filter((effect) => effect.tools?.includes(name))
      return [{ ...draft, effects }]
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

function constantOf(value: Value): unknown {
  return value.op === 'constant' ? value.constant : undefined
}
