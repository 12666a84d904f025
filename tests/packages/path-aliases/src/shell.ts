import { execSync } from 'node:child_process'

export function run(command: string) {
  return { content: [{ type: 'text' as const, text: execSync(command).toString() }] } // expect: no-command-injection
}

export function runFixed() {
  return { content: [{ type: 'text' as const, text: execSync('git status').toString() }] } // safe: a constant
}
