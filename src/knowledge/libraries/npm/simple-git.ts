import type { Library } from '../../../engine/rows.ts'
import type { CallView, SinkUse } from '../../../engine/rows.ts'

const METHODS = 'Member[clone,mirror,fetch,pull,checkout,checkoutBranch,raw,listRemote,addRemote]'
const LOAD = "import { simpleGit } from 'simple-git'; const git = simpleGit();"

/** https://github.com/steveukx/git-js (simple-git 3): what it is given becomes arguments of git, options included. */
export const simpleGit: Library = {
  modules: ['simple-git', 'simple-git/promise'],
  calls: ['ReturnValue.', 'Member[simpleGit,default,gitP].ReturnValue.', 'Member[SimpleGit].Instance.'].map((owner) => ({
    path: `${owner}${METHODS}`,
    sinks: uses,
    examples: [
      { code: `${LOAD} await git.raw(['log', INPUT])`, kind: 'argument' as const },
      { code: `${LOAD} await git.raw(['log', '--', INPUT])`, kind: 'none' as const },
    ],
  })),
}

function uses(call: CallView): SinkUse[] {
  return call.args.flatMap((value, argument): SinkUse[] => {
    const elements = call.elements(value)
    const end = elements?.findIndex((item) => call.constant(item)?.value === '--') ?? -1
    return (elements ? elements.slice(0, end < 0 ? elements.length : end) : [value])
      .filter((item) => item.op !== 'object' && !(call.parts(item).length > 1))
      .map((item) => ({ kind: 'argument', value: item, argument }))
  })
}
