import type { Library } from '../../../engine/rows.ts'
import { programAndList } from '../node/command-line.ts'

/** https://github.com/moxystudio/node-cross-spawn (cross-spawn 7) */
export const crossSpawn: Library = {
  modules: ['cross-spawn', 'nano-spawn'],
  calls: [
    {
      path: '',
      sinks: (call) => programAndList(call, 0, 1, 2),
      examples: [
        { code: "import spawn from 'cross-spawn'; spawn('git', ['log', INPUT])", kind: 'argument' },
        { code: "import spawn from 'cross-spawn'; spawn(`git log ${INPUT}`, { shell: true })", kind: 'shell-text' },
        { code: "import spawn from 'cross-spawn'; spawn(INPUT, [])", kind: 'command' },
      ],
    },
    {
      path: 'Member[spawn,sync]',
      sinks: (call) => programAndList(call, 0, 1, 2),
      examples: [{
        code: "import crossSpawn from 'cross-spawn'; crossSpawn.spawn('git', ['log', INPUT])",
        kind: 'argument',
      }],
    },
    {
      path: 'Member[spawn].Member[sync]',
      sinks: (call) => programAndList(call, 0, 1, 2),
      examples: [{ code: "import { spawn } from 'cross-spawn'; spawn.sync('git', ['log', INPUT])", kind: 'argument' }],
    },
  ],
}
