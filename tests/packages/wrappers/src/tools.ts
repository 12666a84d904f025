import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export async function log({ ref }: { ref: string }) {
  return { content: [{ type: 'text' as const, text: execSync(`git log ${ref}`).toString() }] } // expect: no-command-injection
}

export async function read(name: string) {
  return { content: [{ type: 'text' as const, text: readFileSync(`notes/${name}.md`, 'utf8') }] } // expect: no-path-traversal
}

export async function readChecked({ name }: { name: string }) {
  return { content: [{ type: 'text' as const, text: readFileSync(`notes/${name}.md`, 'utf8') }] } // safe: requireName lets few names pass
}
