import { execSync } from 'node:child_process'

const show = (id: string) => ({
  content: [{ type: 'text' as const, text: execSync(`git show ${id}`).toString() }], // expect: no-command-injection
})

export default show
