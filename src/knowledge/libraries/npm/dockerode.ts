import type { CallRow, CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { commandList } from '../node/command-line.ts'

const LOAD = "import Docker from 'dockerode'; const docker = new Docker();"
const CONTAINERS = {
  'Instance.Member[getContainer].ReturnValue': `${LOAD} const box = docker.getContainer('a');`,
  'Instance.Member[createContainer].ReturnValue': `${LOAD} const box = await docker.createContainer({ Image: 'a' });`,
  'Member[Container].Instance': "import type { Container } from 'dockerode'; declare const box: Container;",
}
const CREATE = 'await docker.createContainer'

/**
 * https://github.com/apocas/dockerode (dockerode 4 and 5). A command is a list, and no shell reads it unless it names one; a mount
 * shows a folder of the host to the container.
 */
export const dockerode: Library = {
  modules: ['dockerode'],
  calls: [
    ...Object.entries(CONTAINERS).map(([path, setUp]): CallRow => ({
      path: `${path}.Member[exec]`,
      sinks: (call) => commandList(call, call.property(call.arg(0), 'Cmd'), 0),
      examples: [
        { code: `${setUp} await box.exec({ Cmd: ['sh', '-c', \`ls \${INPUT}\`] })`, kind: 'shell-text' },
        { code: `${setUp} await box.exec({ Cmd: ['git', 'log', INPUT] })`, kind: 'argument' },
        { code: `${setUp} await box.exec({ Cmd: ['git', 'log', ...INPUT.split(' ')] })`, kind: 'argument' },
        { code: `${setUp} await box.exec({ Cmd: [INPUT] })`, kind: 'command' },
        { code: `${setUp} await box.exec({ Cmd: INPUT.split(' ') })`, kind: 'command' },
        { code: `${setUp} await box.exec({ Cmd: ['git', 'log', '--', INPUT] })`, kind: 'none' },
        { code: `${setUp} await box.exec({ Cmd: ['ls', INPUT] })`, kind: 'none' },
      ],
    })),
    {
      path: 'Instance.Member[createContainer]',
      sinks: (call) => [...commandUses(call, 0), ...mountUses(call, 0)],
      examples: [
        { code: `${LOAD} ${CREATE}({ Image: 'a', Cmd: ['bash', '-c', \`ls \${INPUT}\`] })`, kind: 'shell-text' },
        { code: `${LOAD} ${CREATE}({ Image: 'a', Entrypoint: [INPUT] })`, kind: 'command' },
        { code: `${LOAD} ${CREATE}({ Image: 'a', HostConfig: { Binds: [\`\${INPUT}:/data\`] } })`, kind: 'path' },
        { code: `${LOAD} ${CREATE}({ HostConfig: { Mounts: [{ Source: INPUT, Target: '/data', Type: 'bind' }] } })`, kind: 'path' },
        { code: `${LOAD} ${CREATE}({ Image: INPUT, name: INPUT, Env: [\`NAME=\${INPUT}\`] })`, kind: 'none' },
        { code: `${LOAD} ${CREATE}({ Image: 'a', HostConfig: { Binds: [\`/srv/data:/\${INPUT}\`] } })`, kind: 'none' },
      ],
    },
    {
      path: 'Instance.Member[run]',
      sinks: (call) => [...commandList(call, call.arg(1), 1), ...mountUses(call, 3)],
      examples: [
        { code: `${LOAD} await docker.run('a', ['sh', '-c', \`ls \${INPUT}\`], process.stdout)`, kind: 'shell-text' },
        { code: `${LOAD} await docker.run('a', ['ls'], process.stdout, { HostConfig: { Binds: [\`\${INPUT}:/a\`] } })`, kind: 'path' },
        { code: `${LOAD} await docker.run('a', ['ls', INPUT], process.stdout)`, kind: 'none' },
      ],
    },
  ],
}

function commandUses(call: CallView, argument: number): SinkUse[] {
  return ['Cmd', 'Entrypoint'].flatMap((name) => {
    const list = call.property(call.arg(argument), name)
    return call.constant(list) ? [] : commandList(call, list, argument)
  })
}

/** What stands before a bind's first colon names a folder of the host, or a volume: https://docs.docker.com/engine/storage/bind-mounts */
function mountUses(call: CallView, argument: number): SinkUse[] {
  const options = call.arg(argument)
  if (call.constant(options)) return []
  const host = call.property(options, 'HostConfig')
  const binds = each(call, call.property(host, 'Binds')).map((bind) => {
    const parts = call.parts(bind)
    const end = parts.findIndex((part) => String(call.constant(part)?.value ?? '').includes(':'))
    return end < 0 ? bind : call.text(parts.slice(0, end))
  })
  const mounts = each(call, call.property(host, 'Mounts')).map((mount) => call.property(mount, 'Source'))
  return [...binds, ...mounts].map((value) => ({ kind: 'path', value, argument }))
}

function each(call: CallView, list: ReturnType<CallView['arg']>): ReturnType<CallView['elements']> & object {
  return call.constant(list) ? [] : call.elements(list) ?? [call.element(list)]
}
