import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { programAndList, shellText } from '../node/command-line.ts'

const RUN = 'Member[execa,execaSync,sync,$,execaNode,node]'
const COMMANDS = 'Member[execaCommand,execaCommandSync,command,commandSync]'
const TAGS = ['', 'Member[execa,execaSync,$,execaCommand,execaCommandSync]', 'Member[$].Member[sync,s]']

/**
 * https://github.com/sindresorhus/execa (execa 5 to 9). Nothing is a shell's unless the option `shell` is set; a
 * command line in one text is split at spaces.
 */
export const execa: Library = {
  modules: ['execa'],
  calls: [
    ...['', 'ReturnValue', RUN, `${RUN}.ReturnValue`].map((path) => ({ path, sinks: runUses })),
    {
      path: 'Member[execa,execaSync]',
      examples: [
        { code: "import { execa } from 'execa'; await execa('git', ['log', INPUT])", kind: 'argument' },
        { code: "import { execa } from 'execa'; await execa(`git log ${INPUT}`, { shell: true })", kind: 'shell-text' },
        { code: "import { execa } from 'execa'; await execa(INPUT)", kind: 'command' },
      ],
    },
    {
      path: COMMANDS,
      sinks: commandUses,
      examples: [
        { code: "import { execaCommand } from 'execa'; await execaCommand(`git log ${INPUT}`)", kind: 'argument' },
        {
          code: "import { execaCommand } from 'execa'; await execaCommand(`git log ${INPUT}`, { shell: true })",
          kind: 'shell-text',
        },
        { code: "import { execaCommand } from 'execa'; await execaCommand(INPUT)", kind: 'command' },
      ],
    },
    ...TAGS.flatMap((path) => [path, `${path === '' ? '' : `${path}.`}ReturnValue`])
      .map((path) => ({ path: `${path === '' ? '' : `${path}.`}Tagged`, sinks: tagUses })),
    {
      path: 'Member[$].Tagged',
      examples: [
        { code: "import { $ } from 'execa'; await $`git log ${INPUT}`", kind: 'argument' },
        { code: "import { $ } from 'execa'; await $`${INPUT} --version`", kind: 'command' },
        { code: "import { $ } from 'execa'; await $({ shell: true })`git log ${INPUT}`", kind: 'shell-text' },
      ],
    },
  ],
}

/** `execa(file, list, options)`; called with options alone it gives a function that has them. */
function runUses(call: CallView): SinkUse[] {
  if (call.keys(call.arg(0)) !== undefined) return []
  return programAndList(call, 0, 1, 2)
}

function commandUses(call: CallView): SinkUse[] {
  if (call.keys(call.arg(0)) !== undefined) return []
  const uses = shellText(call, call.arg(0), 0)
  if (isShell(call, call.arg(1))) return uses
  return uses.map((use) => (use.kind === 'shell-text' ? { ...use, kind: 'argument' } : use))
}

function tagUses(call: CallView): SinkUse[] {
  const texts = (call.elements(call.arg(0)) ?? []).map((text) => String(call.constant(text)?.value ?? ''))
  const holes = call.args.slice(1)
  if (isBoundToShell(call, call.receiver)) {
    const parts = texts.flatMap((text, index) => [call.constantOf(text), ...holes.slice(index, index + 1)])
    return shellText(call, call.text(parts), 0)
  }
  return holes.map((hole, index) => {
    if (index === 0 && texts[0]?.trim() === '') return { kind: 'command', value: hole, argument: index }
    return { kind: 'argument', value: word(call, texts[index] ?? '', hole), argument: index }
  })
}

/** The word that a hole is part of: `--author=${name}` is one argument. */
function word(call: CallView, before: string, hole: Value): Value {
  const start = /\S+$/u.exec(before)?.[0]
  return start === undefined ? hole : call.text([call.constantOf(start), hole])
}

/** True for what `execa({ shell: true })` gives. */
function isBoundToShell(call: CallView, callee: Value | undefined): boolean {
  if (callee?.op !== 'extern') return false
  return callee.path.endsWith('()') && (callee.args ?? []).some((item) => isShell(call, item))
}

function isShell(call: CallView, options: Value): boolean {
  if (call.keys(options) === undefined) return false
  const shell = call.constant(call.property(options, 'shell'))?.value
  return shell === true || (typeof shell === 'string' && shell !== '')
}
