import { execSync } from 'node:child_process'

export function runFixed() {
  return { content: [{ type: 'text' as const, text: execSync('git status').toString() }] } // safe: a constant
}
