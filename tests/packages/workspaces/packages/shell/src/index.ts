import { execSync } from 'node:child_process'

export function log(ref: string) {
  return { content: [{ type: 'text' as const, text: execSync(`git log ${ref}`).toString() }] } // expect: no-command-injection
}

export function runFixed() {
  return { content: [{ type: 'text' as const, text: execSync('git status').toString() }] } // safe: a constant
}
