import spawn from 'cross-spawn'
import { $, execa, execaSync } from 'execa'

export async function readHistory(): Promise<string> {
  spawn('git', ['log'], { stdio: 'inherit' }) // expect: no-stdout-logging
  spawn.sync('git', ['log'], { stdio: ['ignore', 'inherit', 'pipe'] }) // expect: no-stdout-logging
  spawn('git', ['log'], { stdio: ['ignore', 'pipe', 'inherit'] }) // safe: its messages alone
  await execa('git', ['log'], { stdio: 'inherit' }) // expect: no-stdout-logging
  await execa('git', ['log'], { stdout: 'inherit' }) // expect: no-stdout-logging
  await execa({ stdio: 'inherit' })`git log` // expect: no-stdout-logging
  await $({ stdio: 'inherit' })`git log` // expect: no-stdout-logging
  execaSync('git', ['log'], { stdout: 'pipe', stderr: 'inherit' }) // safe: its messages alone
  const { stdout } = await execa('git', ['log']) // safe: its output is read
  return stdout
}
