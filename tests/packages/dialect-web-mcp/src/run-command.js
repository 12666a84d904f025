import { execSync } from 'node:child_process'

/** For a page inside a desktop shell. */
export function runCommand(command) {
  return execSync(command).toString() // expect: no-command-injection
}
