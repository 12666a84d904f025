import { execFileSync, execSync } from 'node:child_process'

export function logOf(ref: string): string {
  return execSync(`git log ${ref}`).toString() // expect: no-command-injection
}

export function statusOf(path: string): string {
  return execFileSync('git', ['status', '--', path]).toString() // safe: an argument list
}
