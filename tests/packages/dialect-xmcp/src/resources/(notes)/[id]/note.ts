import { readFileSync } from 'node:fs'

export const metadata = { name: 'note', title: 'A note' }

export default function note({ id }: { id: string }) { // registers: resource-template note
  return readFileSync(`/srv/notes/${id}`, 'utf8') // expect: no-path-traversal
}
