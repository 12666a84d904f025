import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { optionUses } from '../node/argument-list.ts'

/** Of the commands that git runs for them, options may run a program, write a file or talk to somebody else. */
const METHODS = [
  'raw', 'clone', 'mirror', 'fetch', 'pull', 'push', 'pushTags', 'checkout', 'checkoutBranch', 'listRemote', 'addRemote', 'remote',
  'log', 'diff', 'diffSummary', 'show', 'showBuffer', 'revparse', 'rebase', 'merge', 'reset', 'branch', 'tag', 'catFile', 'binaryCatFile',
  'subModule', 'submoduleAdd', 'init', 'clean', 'stash', 'stashList', 'applyPatch',
]
const LOAD = "import { simpleGit } from 'simple-git'; const git = simpleGit();"

/** https://github.com/steveukx/git-js (simple-git 3 and 4): what it is given becomes arguments of git, options included. */
export const simpleGit: Library = {
  modules: ['simple-git', 'simple-git/promise'],
  sinks: [{
    path: 'Any.Member[customBinary].Argument[0]', kind: 'command',
    example: "import { simpleGit } from 'simple-git'; simpleGit().customBinary(INPUT)",
  }],
  calls: ['ReturnValue.', 'Member[simpleGit,default,gitP].ReturnValue.', 'Member[SimpleGit].Instance.'].map((owner) => ({
    path: `${owner}Member[${METHODS.join(',')}]`,
    sinks: uses,
    examples: [
      { code: `${LOAD} await git.raw(['log', INPUT])`, kind: 'argument' as const },
      { code: `${LOAD} await git.raw([\`\${INPUT}..main\`])`, kind: 'argument' as const },
      { code: `${LOAD} await git.raw(['log', '--', INPUT])`, kind: 'none' as const },
      { code: `${LOAD} await git.raw(['log', '-n', INPUT, \`--author=\${INPUT}\`])`, kind: 'none' as const },
      { code: `${LOAD} await git.log({ file: INPUT })`, kind: 'none' as const },
    ],
  })),
}

function uses(call: CallView): SinkUse[] {
  return call.args.flatMap((value, argument): SinkUse[] => {
    if (value.op !== 'object') return optionUses(call, [value], argument, true)
    const elements = call.elements(value)
    return value.kind === 'array' ? optionUses(call, elements ?? [call.element(value)], argument, elements !== undefined) : []
  })
}
