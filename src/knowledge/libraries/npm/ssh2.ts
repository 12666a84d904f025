import type { Library } from '../../../engine/rows.ts'
import { shellText } from '../node/command-line.ts'

/** ssh2 1 and node-ssh 13: what `exec` is given, the shell of the other side parses. */
export const ssh2: Library = {
  modules: ['ssh2', 'node-ssh'],
  calls: [
    {
      path: 'Member[Client].Instance.Member[exec]',
      sinks: (call) => shellText(call, call.arg(0), 0),
      examples: [{ code: "import { Client } from 'ssh2'; new Client().exec(`ls ${INPUT}`, () => {})", kind: 'shell-text' }],
    },
    {
      path: 'Member[NodeSSH].Instance.Member[execCommand]',
      sinks: (call) => shellText(call, call.arg(0), 0),
      examples: [{ code: "import { NodeSSH } from 'node-ssh'; new NodeSSH().execCommand(`ls ${INPUT}`)", kind: 'shell-text' }],
    },
  ],
}
