import type { Library } from '../../../engine/rows.ts'
import { programAndList } from '../node/command-line.ts'

/** https://github.com/microsoft/node-pty (node-pty 1) */
export const nodePty: Library = {
  modules: ['node-pty', '@lydell/node-pty', '@homebridge/node-pty-prebuilt-multiarch'],
  calls: [{
    path: 'Member[spawn]',
    sinks: (call) => programAndList(call, 0, 1, 2),
    examples: [
      { code: "import pty from 'node-pty'; pty.spawn('git', ['clone', INPUT], {})", kind: 'argument' },
      { code: "import pty from 'node-pty'; pty.spawn('bash', ['-c', `ls ${INPUT}`], {})", kind: 'shell-text' },
    ],
  }],
}
