import { execSync } from 'node:child_process'

export const show = (id: string) => ({
  // expect: no-command-injection
  content: [{ type: 'text' as const, text: execSync(`git show ${id}`).toString() }],
})
