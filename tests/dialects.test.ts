import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { knowledge } from '../src/knowledge/index.ts'
import { findRegistrations } from './support/find-registrations.ts'
import { parseRegistrations } from './support/parse-markers.ts'

const PACKAGES = fileURLToPath(new URL('packages/', import.meta.url))
const SCRIPT = /\.[cm]?[jt]sx?$/u

const names = readdirSync(PACKAGES).filter((name) => name.startsWith('dialect-')).sort()

function filesOf(name: string): string[] {
  return readdirSync(path.join(PACKAGES, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => SCRIPT.test(file))
    .map((file) => path.join(PACKAGES, name, file))
    .sort()
}

/** `file:line kind name`, sorted, of everything that comments in the folder say is registered. */
function marked(name: string): string[] {
  return filesOf(name)
    .flatMap((file) => parseRegistrations(readFileSync(file, 'utf8'))
      .map((item) => `${relative(file)}:${item.line} ${item.kind} ${item.name}`))
    .sort()
}

function recognised(name: string): string[] {
  return findRegistrations(filesOf(name))
    .map((item) => `${relative(item.file)}:${item.line} ${item.kind} ${item.name ?? '*'}`)
    .sort()
}

function relative(file: string): string {
  return path.relative(PACKAGES, file).replaceAll('\\', '/')
}

describe.each(names)('%s', (name) => {
  it('registers what its comments say, and nothing else', () => {
    expect(recognised(name)).toEqual(marked(name))
  })

  it('has something registered', () => {
    expect(marked(name)).not.toEqual([])
  })
})

describe('every dialect', () => {
  const dialects = new Set(names.flatMap((name) => findRegistrations(filesOf(name)).map((item) => item.dialect)))

  it.each(knowledge.dialects.map((dialect) => dialect.name))('%s has a package that shows it', (dialect) => {
    expect(dialects).toContain(dialect)
  })
})
