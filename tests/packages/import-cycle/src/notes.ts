import { readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './index.js'

export function read(name: string): string {
  return readFileSync(path.join(ROOT, name), 'utf8') // expect: no-path-traversal
}

export function readFixed(): string {
  return readFileSync(path.join(ROOT, 'index.md'), 'utf8') // safe: a constant
}
