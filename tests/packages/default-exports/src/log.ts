import { execSync } from 'node:child_process'

export default function (ref: string) {
  return { content: [{ type: 'text' as const, text: execSync(`git log ${ref}`).toString() }] } // expect: no-command-injection
}
