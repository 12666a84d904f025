import Docker from 'dockerode'

const docker = new Docker()

export async function listFiles(folder: string) {
  const exec = await docker.getContainer('tools').exec({ Cmd: ['ls', folder], AttachStdout: true }) // safe: no shell
  await exec.start({})
}

export async function runScript(script: string) {
  const container = docker.getContainer('tools')
  const exec = await container.exec({ Cmd: ['sh', '-c', `cd /srv && ${script}`] }) // expect: no-command-injection
  await exec.start({})
}
