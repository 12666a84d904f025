import { describe, expect, it } from 'vitest'
import { checkContainment } from '../../src/reporting/suggestions/check-containment.ts'
import { applyEdits } from '../support/apply-edits.ts'

const before = [
  "import fs from 'node:fs/promises'",
  "import path from 'node:path'",
  "const ROOT = path.resolve('data')\n",
].join('\n')
const check = (code: string): string[] =>
  applyEdits(checkContainment, before + code).map((output) => output.slice(before.length))

describe('checkContainment', () => {
  it('puts the check before the sink', () => {
    expect(check(`export async function read(name: string) {
  return await fs.readFile(path.join(ROOT, name), 'utf8')
}`)).toEqual([`export async function read(name: string) {
  const resolved = path.resolve(path.join(ROOT, name))
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  return await fs.readFile(resolved, 'utf8')
}`])
  })

  it('puts the check after the declaration of the path, with the semicolons and the indentation of the file', () => {
    expect(check(`class Notes {
\tasync read(name: string): Promise<string> {
\t\tconst full = path.resolve(ROOT, 'notes', name);
\t\treturn fs.readFile(full, 'utf8');
\t}
}`)).toEqual([`class Notes {
\tasync read(name: string): Promise<string> {
\t\tconst full = path.resolve(ROOT, 'notes', name);
\t\tconst relative = path.relative(path.resolve(ROOT, 'notes'), full);
\t\tif (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
\t\t\tthrow new Error('Path is outside the allowed directory');
\t\t}
\t\treturn fs.readFile(full, 'utf8');
\t}
}`])
  })

  it('reads templates and sums, and picks names that are free', () => {
    expect(check(`function read(this: Store, resolved: string) {
  const relative = 1
  return fs.readFile(\`\${this.root}/\${resolved}\`)
}`)).toEqual([`function read(this: Store, resolved: string) {
  const relative = 1
  const resolvedPath = path.resolve(\`\${this.root}/\${resolved}\`)
  const relativePath = path.relative(this.root, resolvedPath)
  if (relativePath === '..' || relativePath.startsWith('..' + path.sep) || path.isAbsolute(relativePath)) {
    throw new Error('Path is outside the allowed directory')
  }
  return fs.readFile(resolvedPath)
}`])
    expect(check(`function read(name: string) {
  if (fs.existsSync(ROOT + '/' + name)) return name
}`)).toEqual([`function read(name: string) {
  const resolved = path.resolve(ROOT + '/' + name)
  const relative = path.relative(ROOT, resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  if (fs.existsSync(resolved)) return name
}`])
  })

  it('does not name a variable as a function that the check calls', () => {
    expect(applyEdits(checkContainment, `import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
export function read(name: string) {
  return readFile(join(import.meta.dirname, 'data', name))
}`)).toEqual([`import { readFile } from 'node:fs/promises'
import { join, isAbsolute, relative, resolve, sep } from 'node:path'
export function read(name: string) {
  const resolved = resolve(join(import.meta.dirname, 'data', name))
  const relativePath = relative(join(import.meta.dirname, 'data'), resolved)
  if (relativePath === '..' || relativePath.startsWith('..' + sep) || isAbsolute(relativePath)) {
    throw new Error('Path is outside the allowed directory')
  }
  return readFile(resolved)
}`])
  })

  it('imports the module where the file does not', () => {
    expect(applyEdits(checkContainment, `import * as fs from 'fs'
export const write = (name: string) => {
  fs.writeFileSync(process.cwd() + '/' + name, '')
}`)).toEqual([`import * as path from 'node:path'
import * as fs from 'fs'
export const write = (name: string) => {
  const resolved = path.resolve(process.cwd() + '/' + name)
  const relative = path.relative(process.cwd(), resolved)
  if (relative === '..' || relative.startsWith('..' + path.sep) || path.isAbsolute(relative)) {
    throw new Error('Path is outside the allowed directory')
  }
  fs.writeFileSync(resolved, '')
}`])
  })

  it('offers nothing where no root is evident', () => {
    expect(check('function read(name: string) { return fs.readFile(name) }')).toEqual([])
    expect(check('function read(root: string, name: string) { return fs.readFile(path.join(root, name)) }')).toEqual([])
    expect(check("function read(name: string) { return fs.readFile(path.join('/', name)) }")).toEqual([])
    expect(check('function read(name: string) { return fs.readFile(`${process.env.ROOT}/${name}`) }')).toEqual([])
    expect(check('function read(name: string) { return fs.readFile(`${ROOT}-${name}`) }')).toEqual([])
    expect(check("function read() { return fs.readFile(path.join(ROOT, 'notes.md')) }")).toEqual([])
  })

  it('offers nothing where no statement fits, or the path may never be needed', () => {
    expect(check('export const read = (name: string) => fs.readFile(path.join(ROOT, name))')).toEqual([])
    expect(check("function f(n?: string) { return n ? fs.readFile(path.join(ROOT, n)) : '' }")).toEqual([])
    expect(check('function f(n?: string) { return n && fs.readFile(path.join(ROOT, n)) }')).toEqual([])
    expect(check('function f(ns: string[]) { for (const n of ns) fs.readFile(path.join(ROOT, n)) }')).toEqual([])
    expect(check('function f(n: string) { while (fs.exists(path.join(ROOT, n))) n += n }')).toEqual([])
    expect(check('async function f() { const n = await g(), t = fs.readFile(path.join(ROOT, n)) }')).toEqual([])
    expect(check('async function f() { return fs.readFile(path.join(ROOT, await g())) }')).toEqual([])
  })

  it('offers nothing where the path changes later, or nobody catches what is thrown', () => {
    expect(check("function f(n: string) { let p = path.join(ROOT, n); p += '.md'; return fs.readFile(p) }")).toEqual([])
    expect(check("server.on('request', (r) => { fs.unlink(path.join(ROOT, r.url)) })")).toEqual([])
  })
})
