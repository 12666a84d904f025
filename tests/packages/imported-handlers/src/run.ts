import { execSync } from 'node:child_process'

export function run(command: string): string {
  return execSync(command, { encoding: 'utf8' }) // expect: no-command-injection
}

export function runFixed(): string {
  return execSync('git status', { encoding: 'utf8' }) // safe: a constant
}
