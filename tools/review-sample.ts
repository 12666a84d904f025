import { spawnSync } from 'node:child_process'
import process from 'node:process'

const FINDINGS = 1

const { status } = spawnSync(process.execPath, ['dist/cli.js', 'examples/notes-server/vulnerable'], {
  cwd: new URL('../', import.meta.url),
  stdio: 'inherit',
})
// The sample is there to be found faulty: findings are the success, silence or a failure is not.
process.exitCode = status === FINDINGS ? 0 : status || 1
