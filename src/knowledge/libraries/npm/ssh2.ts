import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { listUses } from '../node/argument-list.ts'
import { shellText } from '../node/command-line.ts'

const NODE_SSH = "import { NodeSSH } from 'node-ssh'; const ssh = new NodeSSH();"

/**
 * ssh2 1 and node-ssh 13: what `exec` is given, the shell of the other side parses; node-ssh quotes the parameters. Of what is copied,
 * one path is of this side: https://github.com/mscdex/ssh2/blob/master/SFTP.md
 */
export const ssh2: Library = {
  modules: ['ssh2', 'node-ssh'],
  sinks: [
    {
      path: 'Member[SFTPWrapper].Instance.Member[fastGet].Argument[1]', kind: 'path',
      example: "import { Client } from 'ssh2'; new Client().sftp((error, sftp) => { sftp.fastGet('/a', INPUT, () => {}) })",
    },
    {
      path: 'Member[SFTPWrapper].Instance.Member[fastPut].Argument[0]', kind: 'path',
      example: "import type { SFTPWrapper } from 'ssh2'; declare const sftp: SFTPWrapper; sftp.fastPut(INPUT, '/a', () => {})",
    },
    {
      path: 'Member[NodeSSH].Instance.Member[getFile,putFile,getDirectory,putDirectory].Argument[0]', kind: 'path',
      example: `${NODE_SSH} await ssh.getFile(INPUT, '/a')`,
    },
  ],
  calls: [
    {
      path: 'Member[Client].Instance.Member[exec]',
      sinks: (call) => shellText(call, call.arg(0), 0),
      examples: [
        { code: "import { Client } from 'ssh2'; new Client().exec(`ls ${INPUT}`, () => {})", kind: 'shell-text' },
        { code: "import { Client } from 'ssh2'; new Client().exec(INPUT, () => {})", kind: 'command' },
      ],
    },
    {
      path: 'Member[Client].Instance.Member[sftp]',
      callbacks: (call) => [call.constantOf(null), call.extern('ssh2', 'SFTPWrapper.new')],
    },
    {
      path: 'Member[NodeSSH].Instance.Member[execCommand]',
      sinks: (call) => shellText(call, call.arg(0), 0),
      examples: [{ code: `${NODE_SSH} ssh.execCommand(\`ls \${INPUT}\`)`, kind: 'shell-text' }],
    },
    {
      path: 'Member[NodeSSH].Instance.Member[exec]',
      sinks: quotedUses,
      examples: [
        { code: `${NODE_SSH} await ssh.exec(\`ls \${INPUT}\`, [])`, kind: 'shell-text' },
        { code: `${NODE_SSH} await ssh.exec('git', ['log', INPUT])`, kind: 'argument' },
        { code: `${NODE_SSH} await ssh.exec('ls', [INPUT])`, kind: 'none' },
      ],
    },
  ],
}

function quotedUses(call: CallView): SinkUse[] {
  const list = call.arg(1)
  const elements = call.elements(list)
  return [
    ...shellText(call, call.arg(0), 0),
    ...listUses(call, call.arg(0), elements ?? [call.element(list)], 1, elements !== undefined),
  ]
}
