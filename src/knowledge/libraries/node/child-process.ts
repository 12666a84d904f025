import type { Library } from '../../../engine/rows.ts'
import { listChange, textChange } from './command-change.ts'
import { programAndList, shellText } from './command-line.ts'

/** https://nodejs.org/api/child_process.html */
export const childProcess: Library = {
  modules: ['child_process', 'child-process-promise', 'promisify-child-process', 'mz/child_process'],
  calls: [
    {
      path: 'Member[exec,execSync]',
      sinks: (call) => shellText(call, call.arg(0), 0),
      change: (call) => textChange(call, call.arg(0)),
      examples: [
        { code: "import { exec } from 'node:child_process'; exec(`git log ${INPUT}`)", kind: 'shell-text' },
        { code: "import { execSync } from 'node:child_process'; execSync(INPUT)", kind: 'command' },
      ],
    },
    {
      path: 'Member[spawn,spawnSync,execFile,execFileSync]',
      sinks: (call) => programAndList(call, 0, 1, 2),
      change: (call) => listChange(call, 0, 1),
      examples: [
        { code: "import { spawn } from 'node:child_process'; spawn('git', ['log', INPUT])", kind: 'argument' },
        { code: "import { spawn } from 'node:child_process'; spawn('git', ['pull', '--', INPUT])", kind: 'argument' },
        { code: "import { spawn } from 'node:child_process'; spawn('git', ['fetch', '--', INPUT])", kind: 'none' },
        {
          code: "import { spawn } from 'node:child_process'; spawn('git', ['log', INPUT], { shell: true })",
          kind: 'shell-text',
        },
        {
          code: "import { spawn } from 'node:child_process'; "
            + "spawn('npm', ['run', INPUT], { shell: process.platform === 'win32' })",
          kind: 'shell-text',
        },
        {
          code: "import { execFile } from 'node:child_process'; execFile('sh', ['-c', `ls ${INPUT}`])",
          kind: 'shell-text',
        },
        { code: "import { execFileSync } from 'node:child_process'; execFileSync(INPUT, [])", kind: 'command' },
      ],
    },
    {
      path: 'Member[fork]',
      sinks: (call) => [{ kind: 'command', value: call.arg(0), argument: 0 }],
      examples: [{ code: "import { fork } from 'node:child_process'; fork(INPUT)", kind: 'command' }],
    },
  ],
}
