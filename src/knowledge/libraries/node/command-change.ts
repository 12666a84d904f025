import type { CallView, Change } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

type Changes = Change | Readonly<Record<string, Change>>

const CLUSTER: Changes = {
  apply: 'writes', create: 'writes', patch: 'writes', replace: 'writes', scale: 'writes', edit: 'writes', delete: 'deletes',
  drain: 'writes', cordon: 'writes', annotate: 'writes', label: 'writes',
}
const PACKAGES: Changes = {
  install: 'writes', i: 'writes', ci: 'writes', add: 'writes', update: 'writes', upgrade: 'writes', uninstall: 'deletes',
  remove: 'deletes', publish: 'writes',
}

/** Programs, and commands of programs, that do nothing but change something. */
const PROGRAMS: ReadonlyMap<string, Changes> = new Map(Object.entries<Changes>({
  rm: 'deletes', rmdir: 'deletes', unlink: 'deletes', del: 'deletes', shred: 'deletes', kill: 'deletes', pkill: 'deletes',
  killall: 'deletes', taskkill: 'deletes', shutdown: 'deletes', reboot: 'deletes', mkfs: 'deletes',
  mv: 'writes', chmod: 'writes', chown: 'writes', touch: 'writes',
  git: {
    commit: 'writes', push: 'writes', merge: 'writes', rebase: 'writes', pull: 'writes', add: 'writes', revert: 'writes',
    'cherry-pick': 'writes', checkout: 'writes', switch: 'writes', restore: 'deletes', reset: 'deletes', rm: 'deletes', clean: 'deletes',
    clone: 'writes', init: 'writes',
  },
  npm: PACKAGES, pnpm: PACKAGES, yarn: PACKAGES, pip: PACKAGES, pip3: PACKAGES, brew: PACKAGES, apt: PACKAGES, 'apt-get': PACKAGES,
  docker: {
    run: 'writes', exec: 'writes', start: 'writes', stop: 'writes', restart: 'writes', build: 'writes', push: 'writes',
    rm: 'deletes', rmi: 'deletes', kill: 'deletes', prune: 'deletes',
  },
  kubectl: CLUSTER, helm: { install: 'writes', upgrade: 'writes', rollback: 'writes', uninstall: 'deletes', delete: 'deletes' },
  adb: { install: 'writes', push: 'writes', uninstall: 'deletes', reboot: 'writes' },
  terraform: { apply: 'writes', destroy: 'deletes' },
}))

const TEMPORARY = /te?mp|cache/iu

/**
 * What running a command changes: certain for programs that do nothing else, and where the client names the program.
 * What any other program does is not known.
 */
export function textChange(call: CallView, command: Value): Change | undefined {
  for (const way of call.alternatives(command)) {
    const parts = call.parts(way).filter((part) => call.constant(part)?.value !== '')
    const [first] = parts
    if (!first) continue
    const lead = call.constant(first)?.value
    if (lead === undefined && call.isTainted(first, 'command')) return 'writes'
    if (typeof lead !== 'string' || parts.some((part) => isTemporary(call, part))) continue
    const change = wordsChange(lead.trim().split(/\s+/u))
    if (change) return change
  }
  return undefined
}

/** The same of a program with its list of arguments. */
export function listChange(call: CallView, programIndex: number, listIndex: number): Change | undefined {
  const program = call.arg(programIndex)
  const name = call.constant(program)?.value
  if (name === undefined && call.isTainted(program, 'command')) return 'writes'
  if (typeof name !== 'string') return undefined
  const list = call.elements(call.arg(listIndex)) ?? []
  if (list.some((item) => isTemporary(call, item))) return undefined
  const words = list.map((item) => call.constant(item)?.value)
  const known = words.slice(0, words.findIndex((word) => typeof word !== 'string') >>> 0)
  return wordsChange([name, ...known.map(String)])
}

function isTemporary(call: CallView, value: Value): boolean {
  const text = value.op === 'extern' ? value.path : value.op === 'derived' ? value.name : call.constant(value)?.value
  return typeof text === 'string' && TEMPORARY.test(text)
}

function wordsChange([program = '', ...words]: readonly string[]): Change | undefined {
  const changes = PROGRAMS.get(program.replace(/^.*[\\/]|\.exe$/gu, ''))
  if (changes === undefined || typeof changes === 'string') return changes
  const command = words.find((word) => !word.startsWith('-')) ?? ''
  return Object.hasOwn(changes, command) ? changes[command] : undefined
}
