import path from 'node:path'
import type { Analysis, RegistrationUse } from '../engine/findings/finding.ts'
import type { Declaration, HandlerEffect } from '../engine/registrations/declaration.ts'
import type { RegistrationKind } from '../engine/registrations/registration.ts'
import type { InventoryEntry, InventoryKind } from '../formatters/inventory-report.ts'

const KINDS: readonly InventoryKind[] = ['tool', 'prompt', 'resource', 'resource-template', 'request']

/** What a kind without a name of its own answers. */
const METHODS: Readonly<Partial<Record<RegistrationKind, string>>> = {
  request: 'tools/call', 'tool-listing': 'tools/list', listing: 'a list', completion: 'completion/complete',
  subscription: 'resources/subscribe',
}

/** The registrations of all packages below a folder, once each and in order. */
export function describeInventory(analyses: readonly Analysis[], root: string): InventoryEntry[] {
  const entries = new Map<string, InventoryEntry>()
  for (const entry of analyses.flatMap((analysis) => entriesOf(analysis, root))) {
    const key = JSON.stringify([entry.kind, entry.name, entry.file, entry.line])
    if (!entries.has(key)) entries.set(key, entry)
  }
  return [...entries.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)
    || a.file.localeCompare(b.file, 'en') || a.line - b.line || (a.name ?? '').localeCompare(b.name ?? '', 'en'))
}

function entriesOf({ registrations, declarations }: Analysis, root: string): InventoryEntry[] {
  const answering = registrations.filter(({ registration }) => registration.name === undefined)
  const uses = new Map(registrations.map((use) => [keyOf(use.registration), use]))
  return [
    ...declarations.flatMap((declaration) => describeDeclaration(declaration, uses.get(keyOf(declaration)), answering, root)),
    ...registrations.flatMap((use) => describeRequest(use, root)),
  ]
}

function describeDeclaration(
  declaration: Declaration, use: RegistrationUse | undefined, answering: readonly RegistrationUse[], root: string,
): InventoryEntry[] {
  const { kind, name, dialect, isListed, schemaForm, schema, hints, effects, file } = declaration
  const known = KINDS.find((item) => item === kind)
  if (!known) return []
  const fields = schema?.fields
  return [{
    kind: known, name: name ?? null, dialect, file: relativeTo(root, file), line: declaration.line, isListed,
    description: declaration.description ?? null,
    schema: use && !isListed ? use.schemaState : schemaForm === 'none' ? 'none' : 'advertised',
    parameters: fields ? [...fields.keys()] : null,
    annotations: hints && hints.values.size > 0 ? annotationsOf(hints.values) : null,
    handlers: describeHandlers(isListed ? answering.filter((item) => answers(item, known)) : use ? [use] : [], root),
    ...describeEffects(effects, root),
  }]
}

/** Whether one handler answers for all that a low-level server lists of a kind. */
function answers({ registration }: RegistrationUse, kind: InventoryKind): boolean {
  const asked = { tool: 'request', prompt: 'prompt', resource: 'resource', 'resource-template': 'resource', request: 'request' }[kind]
  return registration.kind === asked || (asked === 'resource' && registration.kind === 'resource-template')
}

/** What a handler for all tools does in the branch of one of them is that tool's. */
function describeRequest(use: RegistrationUse, root: string): InventoryEntry[] {
  const { registration, schemaState, effects } = use
  const { kind, name, dialect, file, line } = registration
  if (KINDS.some((item) => item === kind && item !== 'request') || kind === 'call') return []
  return [{
    kind: 'request', name: name ?? METHODS[kind] ?? null, dialect, file: relativeTo(root, file), line, isListed: false,
    description: null, schema: schemaState, parameters: null, annotations: null, handlers: describeHandlers([use], root),
    ...describeEffects(effects.filter(({ tools }) => tools === undefined), root),
  }]
}

function describeHandlers(uses: readonly Pick<RegistrationUse, 'handlers' | 'registration'>[], root: string): InventoryEntry['handlers'] {
  return uses.flatMap(({ handlers, registration }) => handlers.map(({ name, file, line, at }) => ({
    name, file: relativeTo(root, file), line,
    isInline: file === registration.file && registration.at[0] <= at[0] && at[1] <= registration.at[1],
  })))
}

function describeEffects(effects: readonly HandlerEffect[], root: string): Pick<InventoryEntry, 'capabilities' | 'effects'> {
  return {
    capabilities: [...new Set(effects.map(({ capability }) => capability))].sort(),
    effects: effects.map(({ capability, change, name, file, line, route }) => (
      { capability, change: change ?? null, call: name, file: relativeTo(root, file), line, route })),
  }
}

function annotationsOf(values: ReadonlyMap<string, unknown>): InventoryEntry['annotations'] {
  return Object.fromEntries([...values].map(([name, value]) => (
    [name, typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null])))
}

function keyOf({ file, at, kind, name }: Pick<Declaration, 'file' | 'at' | 'kind' | 'name'>): string {
  return JSON.stringify([file, at, kind, name])
}

function relativeTo(root: string, file: string): string {
  return path.relative(root, file).split(path.sep).join('/')
}
