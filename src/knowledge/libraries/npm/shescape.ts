import type { Library } from '../../../engine/rows.ts'

const RUN = "import { Shescape } from 'shescape'; import { exec } from 'node:child_process';"

/** https://github.com/ericcornelissen/shescape (shescape 2): quoted for the shell that the options name; without one it throws. */
export const shescape: Library = {
  modules: ['shescape'],
  flows: [{ path: 'Member[Shescape].Instance.Member[quote]', returns: 'derived', clears: ['shell-text'] }],
  calls: [{
    path: 'Member[Shescape].Instance.Member[quote]',
    examples: [
      { code: `${RUN} exec(\`git log \${new Shescape({ shell: true }).quote(INPUT)}\`)`, kind: 'none' },
      { code: `${RUN} exec(\`git log \${new Shescape({ shell: true }).quote('a')} \${INPUT}\`)`, kind: 'shell-text' },
    ],
  }],
}
