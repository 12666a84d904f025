import { execSync } from 'node:child_process'

export const show = (id: string) => ({
  content: [{ type: 'text' as const, text: execSync(`git show ${id}`).toString() }], // expect: no-command-injection
})
