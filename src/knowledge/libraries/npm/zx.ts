import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { shellText } from '../node/command-line.ts'

const TAGS = ['Member[$]', 'Member[$].Member[sync]', 'Member[$].ReturnValue']

/**
 * https://google.github.io/zx/quotes (zx 8). The holes of a command are quoted, so they are arguments; within quotes of
 * the template's own the two cancel out, and the shell reads them.
 */
export const zx: Library = {
  modules: ['zx', 'zx/core'],
  calls: [
    ...TAGS.map((path) => ({ path: `${path}.Tagged`, sinks: tagUses })),
    {
      path: 'Member[$].Tagged',
      examples: [
        { code: "import { $ } from 'zx'; await $`git log ${INPUT}`", kind: 'argument' },
        { code: "import { $ } from 'zx'; await $`git log '${INPUT}'`", kind: 'shell-text' },
        { code: "import { $ } from 'zx'; await $({ cwd: 'a' })`git log \"${INPUT}\"`", kind: 'shell-text' },
        { code: "import { $ } from 'zx'; await $`${INPUT} --version`", kind: 'command' },
      ],
    },
    {
      // Called as a function with a list, it takes the list for the texts of a template.
      path: 'Member[$]',
      sinks: (call) => (call.elements(call.arg(0)) ?? []).slice(0, 1).flatMap((text) => shellText(call, text, 0)),
      examples: [{ code: "import { $ } from 'zx'; await $([`git log ${INPUT}`])", kind: 'shell-text' }],
    },
  ],
  sinks: [{ path: 'Member[cd].Argument[0]', kind: 'path', example: "import { cd } from 'zx'; cd(INPUT)" }],
}

function tagUses(call: CallView): SinkUse[] {
  const texts = (call.elements(call.arg(0)) ?? []).map((text) => String(call.constant(text)?.value ?? ''))
  return call.args.slice(1).map((value, index) => {
    const before = texts.slice(0, index + 1).join('x')
    if (isQuoted(before)) return { kind: 'shell-text', value, argument: index }
    return { kind: before.trim() === '' ? 'command' : 'argument', value, argument: index }
  })
}

/** True where the text before a hole leaves a quote open. */
function isQuoted(text: string): boolean {
  let open = ''
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index)
    if (character === '\\' && open !== "'") index += 1
    else if (character === open) open = ''
    else if (open === '' && (character === '"' || character === "'")) open = character
  }
  return open !== ''
}
