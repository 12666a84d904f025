import rule from '../../src/rules/no-prefix-path-check.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester().run('no-prefix-path-check', rule, {
  valid: [
    {
      name: 'the separator is added',
      code: `import path from 'node:path'
const ROOT = path.resolve('data')
export const isInside = (file) => file === ROOT || file.startsWith(ROOT + path.sep)`,
    },
    {
      name: 'the separator is added to a variable',
      code: `import { resolve } from 'node:path'
export function check(root, file) {
  const resolved = resolve(root, file)
  const normalizedRoot = resolve(root) + '/'
  if (!resolved.startsWith(normalizedRoot) && resolved !== resolve(root)) throw new Error('outside')
}`,
    },
    {
      name: 'the separator is added where it is missing',
      code: `import path from 'node:path'
export function check(root, file) {
  const prefix = root.endsWith(path.sep) ? root : root + path.sep
  if (!path.resolve(file).startsWith(prefix)) throw new Error('outside')
}`,
    },
    {
      name: 'the separator is appended',
      code: `import path from 'node:path'
export function check(base, file) {
  let root = path.resolve(base)
  if (!root.endsWith(path.sep)) root += path.sep
  if (!path.resolve(file).startsWith(root)) throw new Error('outside')
}`,
    },
    {
      name: 'the separator is joined',
      code: `import path from 'node:path'
export const isInside = (root, file) => path.resolve(file).startsWith(path.join(root, path.sep))`,
    },
    {
      name: 'the separator is part of a field',
      code: `import path from 'node:path'
class Store {
  constructor(root) {
    this.root = path.resolve(root) + path.sep
  }
  check(file) {
    if (!path.resolve(file).startsWith(this.root)) throw new Error('outside')
  }
}`,
    },
    {
      name: 'the separator is written with a replacement',
      code: `import path from 'node:path'
export const isInside = (root, file) => path.resolve(file).startsWith(root.replace(/\\/?$/, '/'))`,
    },
    {
      name: 'a constant that ends with a separator',
      code: `import path from 'node:path'
const ROOT = '/srv/data/'
export const isInside = (file) => path.resolve(file).startsWith(ROOT)`,
    },
    {
      name: 'the character after the root is compared',
      code: `import path from 'node:path'
export function isInside(root, file) {
  const real = path.resolve(file)
  return real.startsWith(root) && (real.length === root.length || real[root.length] === path.sep)
}`,
    },
    {
      name: 'a directory URL ends with a separator',
      code: `import path from 'node:path'
import { fileURLToPath } from 'node:url'
const ROOT = fileURLToPath(new URL('../data/', import.meta.url))
export const isInside = (file) => path.resolve(file).startsWith(ROOT)`,
    },
    {
      name: 'markers',
      code: `import path from 'node:path'
export function check(root, file) {
  const relative = path.relative(root, file)
  if (relative.startsWith('..') || path.isAbsolute(relative)) throw new Error('outside')
  if (path.normalize(file).startsWith('.') || path.normalize(file).startsWith('/')) throw new Error('absolute')
}`,
    },
    {
      name: 'texts of which nothing is known',
      code: `export function check(url, base) {
  if (!url.startsWith(base)) throw new Error('outside')
}`,
    },
    {
      name: 'a URL',
      code: `export function check(url) {
  if (!url.startsWith('https://example.com')) throw new Error('outside')
}`,
    },
    {
      name: 'a deny-list refuses too much, never too little',
      code: `import path from 'node:path'
export function check(file) {
  const real = path.resolve(file)
  for (const dir of ['/etc', '/proc']) {
    if (real.startsWith(dir)) throw new Error('forbidden')
  }
}`,
    },
    {
      name: 'a deny-list by name',
      code: `import path from 'node:path'
export const isSafe = (file) => !BLOCKED_DIRS.some((dir) => path.resolve(file).startsWith(dir))`,
    },
    {
      name: 'a system directory',
      code: `import path from 'node:path'
export const isSystem = (file) => path.resolve(file).startsWith('/etc')`,
    },
    {
      name: 'what is shown, not what is allowed',
      code: `const cwd = process.cwd()
export const shorten = (file) => (file.startsWith(cwd) ? file.slice(cwd.length + 1) : file)`,
    },
    {
      name: 'what is shown, with an early return',
      code: `import path from 'node:path'
export function shorten(file) {
  const cwd = process.cwd()
  if (!file.startsWith(cwd)) return file
  return file.slice(cwd.length + 1)
}`,
    },
    {
      name: 'what is shown, or nothing',
      code: `import path from 'node:path'
export function fromRoot(file, root) {
  const real = path.resolve(file)
  if (!real.startsWith(root)) return undefined
  return real.slice(root.length + 1)
}`,
    },
    {
      name: 'a selection',
      code: `import path from 'node:path'
const ROOT = path.resolve('src')
export const own = (files) => files.filter((file) => file.startsWith(ROOT))`,
    },
    {
      name: 'another position',
      code: `import path from 'node:path'
export const check = (file, root) => path.resolve(file).startsWith(root, 1)`,
    },
    {
      name: 'only part of an answer is left out',
      code: `import path from 'node:path'
const ROOT = path.resolve('a') + path.sep
const E2E = path.resolve('a/e2e')
export const isOwn = (file) => file.startsWith(ROOT) && !file.startsWith(E2E)`,
    },
    {
      name: 'the beginning of names',
      code: `import os from 'node:os'
import path from 'node:path'
const SCRATCH = path.join(os.tmpdir(), 'notes-')
export function check(file) {
  if (!file.startsWith(SCRATCH)) throw new Error('outside')
}`,
    },
    {
      name: 'unfinished code',
      code: `import path from 'node:path'
export const check = (file) => path.resolve(file).startsWith()`,
    },
  ],
  invalid: [
    {
      name: 'a root that is one directory for sure',
      code: `import path from 'node:path'
const ROOT = path.resolve('data')
function read(name) {
  const full = path.resolve(ROOT, name)
  if (!full.startsWith(ROOT)) throw new Error('outside')
  return full
}`,
      output: `import path from 'node:path'
const ROOT = path.resolve('data')
function read(name) {
  const full = path.resolve(ROOT, name)
  if (!(full === ROOT || full.startsWith(ROOT + path.sep))) throw new Error('outside')
  return full
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'full', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 5, column: 8, endLine: 5, endColumn: 29 }],
    },
    {
      name: 'a text constant as root',
      code: `import path from 'node:path'
const BASE_DIR = '/data'
function read(name) {
  const resolved = path.resolve(BASE_DIR, name)
  if (!resolved.startsWith(BASE_DIR)) {
    return { isError: true, content: [{ type: 'text', text: 'Access denied' }] }
  }
  return load(resolved)
}`,
      output: `import path from 'node:path'
const BASE_DIR = '/data'
function read(name) {
  const resolved = path.resolve(BASE_DIR, name)
  if (!(resolved === BASE_DIR || resolved.startsWith(BASE_DIR + path.sep))) {
    return { isError: true, content: [{ type: 'text', text: 'Access denied' }] }
  }
  return load(resolved)
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'resolved', root: 'BASE_DIR', sibling: '/data-secret' },
        line: 5, column: 8, endLine: 5, endColumn: 37 }],
    },
    {
      name: 'a text in place',
      code: `import path from 'node:path'
const isInside = (name) => path.resolve(name).startsWith('/srv/data')`,
      output: `import path from 'node:path'
const isInside = (name) => path.resolve(name) === '/srv/data' || path.resolve(name).startsWith('/srv/data' + path.sep)`,
      errors: [{ messageId: 'sibling',
        data: { path: 'path.resolve(name)', root: `'/srv/data'`, sibling: '/srv/data-secret' },
        line: 2, column: 28, endLine: 2, endColumn: 70 }],
    },
    {
      name: 'a root from the environment that may be the file system itself',
      code: `import path from 'node:path'
const ROOT = process.env.ROOT ?? process.cwd()
export function isInside(name) {
  return path.resolve(ROOT, name).startsWith(ROOT)
}`,
      output: `import path from 'node:path'
const ROOT = process.env.ROOT ?? process.cwd()
export function isInside(name) {
  return path.resolve(ROOT, name) === ROOT || path.resolve(ROOT, name).startsWith(path.join(ROOT, path.sep))
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'path.resolve(ROOT, name)', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 4, column: 10, endLine: 4, endColumn: 51 }],
    },
    {
      name: 'an equality that is there already',
      code: `import path from 'node:path'
const ROOT = path.join(import.meta.dirname, 'data')
export const isInside = (file) => file === ROOT || file.startsWith(ROOT)`,
      output: `import path from 'node:path'
const ROOT = path.join(import.meta.dirname, 'data')
export const isInside = (file) => file === ROOT || file.startsWith(ROOT + path.sep)`,
      errors: [{ messageId: 'sibling',
        data: { path: 'file', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 3, column: 52, endLine: 3, endColumn: 73 }],
    },
    {
      name: 'an inequality that is there already',
      code: `import path from 'node:path'
const ROOT = path.join(import.meta.dirname, 'data')
export function check(file) {
  if (file !== ROOT && !file.startsWith(ROOT)) throw new Error('outside')
}`,
      output: `import path from 'node:path'
const ROOT = path.join(import.meta.dirname, 'data')
export function check(file) {
  if (file !== ROOT && !file.startsWith(ROOT + path.sep)) throw new Error('outside')
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'file', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 4, column: 25, endLine: 4, endColumn: 46 }],
    },
    {
      name: 'every root is compared',
      code: `import path from 'node:path'
export function check(file, roots) {
  const real = path.resolve(file)
  if (roots.every(root => !real.startsWith(root))) throw new Error('outside')
}`,
      output: `import path from 'node:path'
export function check(file, roots) {
  const real = path.resolve(file)
  if (roots.every(root => !(real === root || real.startsWith(path.join(root, path.sep))))) throw new Error('outside')
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'root', sibling: `root + '-secret'` },
        line: 4, column: 28, endLine: 4, endColumn: 49 }],
    },
    {
      name: 'indexOf',
      code: `import path from 'node:path'
export function check(file, root) {
  const real = path.resolve(file)
  if (real.indexOf(root) !== 0) return null
  return real
}`,
      output: `import path from 'node:path'
export function check(file, root) {
  const real = path.resolve(file)
  if (!(real === root || real.startsWith(path.join(root, path.sep)))) return null
  return real
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'root', sibling: `root + '-secret'` },
        line: 4, column: 7, endLine: 4, endColumn: 31 }],
    },
    {
      name: 'slice',
      code: `import path from 'node:path'
export const check = (file, root) => {
  const real = path.resolve(file)
  return real.slice(0, root.length) === root ? real : null
}`,
      output: `import path from 'node:path'
export const check = (file, root) => {
  const real = path.resolve(file)
  return real === root || real.startsWith(path.join(root, path.sep)) ? real : null
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'root', sibling: `root + '-secret'` },
        line: 4, column: 10, endLine: 4, endColumn: 45 }],
    },
    {
      name: 'names missing from an import are added',
      code: `import { resolve } from 'node:path'
export const isInside = (file, root) => resolve(file).startsWith(root)`,
      output: `import { resolve, join, sep } from 'node:path'
export const isInside = (file, root) => resolve(file) === root || resolve(file).startsWith(join(root, sep))`,
      errors: [{ messageId: 'sibling',
        data: { path: 'resolve(file)', root: 'root', sibling: `root + '-secret'` },
        line: 2, column: 41, endLine: 2, endColumn: 71 }],
    },
    {
      name: 'a module that is not imported is',
      code: `import { homedir } from 'node:os'
const ROOT = homedir()
export function check(file) {
  if (!file.startsWith(ROOT)) throw new Error('outside')
}`,
      output: `import path from 'node:path'
import { homedir } from 'node:os'
const ROOT = homedir()
export function check(file) {
  if (!(file === ROOT || file.startsWith(path.join(ROOT, path.sep)))) throw new Error('outside')
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'file', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 4, column: 8, endLine: 4, endColumn: 29 }],
    },
    {
      name: 'a shadowed name is not used',
      code: `import path from 'node:path'
const ROOT = path.resolve('data')
export function check(path) {
  if (!path.startsWith(ROOT)) throw new Error('outside')
}`,
      output: `import nodePath from 'node:path'
import path from 'node:path'
const ROOT = path.resolve('data')
export function check(path) {
  if (!(path === ROOT || path.startsWith(ROOT + nodePath.sep))) throw new Error('outside')
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'path', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 4, column: 8, endLine: 4, endColumn: 29 }],
    },
    {
      name: 'compiled CommonJS',
      code: `"use strict";
const path_1 = __importDefault(require("path"));
function check(file, root) {
  const real = path_1.default.resolve(file);
  if (!real.startsWith(root)) throw new Error("outside");
}`,
      output: `"use strict";
const path_1 = __importDefault(require("path"));
function check(file, root) {
  const real = path_1.default.resolve(file);
  if (!(real === root || real.startsWith(path_1.default.join(root, path_1.default.sep)))) throw new Error("outside");
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'root', sibling: `root + '-secret'` },
        line: 5, column: 8, endLine: 5, endColumn: 29 }],
    },
    {
      name: 'CommonJS without the module',
      code: `const { homedir } = require('node:os')
const ROOT = homedir()
exports.check = (file) => {
  if (!file.startsWith(ROOT)) throw new Error('outside')
}`,
      output: `const path = require('node:path')
const { homedir } = require('node:os')
const ROOT = homedir()
exports.check = (file) => {
  if (!(file === ROOT || file.startsWith(path.join(ROOT, path.sep)))) throw new Error('outside')
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'file', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 4, column: 8, endLine: 4, endColumn: 29 }],
    },
    {
      name: 'an optional call',
      code: `import path from 'node:path'
const ROOT = path.resolve('data')
export const check = (file) => file?.startsWith(ROOT) === true`,
      output: `import path from 'node:path'
const ROOT = path.resolve('data')
export const check = (file) => (file === ROOT || file?.startsWith(ROOT + path.sep)) === true`,
      errors: [{ messageId: 'sibling',
        data: { path: 'file', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 3, column: 32, endLine: 3, endColumn: 54 }],
    },
    {
      name: 'a loop that answers',
      code: `import path from 'node:path'
export function isAllowed(file, roots) {
  const real = path.resolve(file)
  for (const root of roots) {
    if (real.startsWith(path.resolve(root))) return true
  }
  return false
}`,
      output: `import path from 'node:path'
export function isAllowed(file, roots) {
  const real = path.resolve(file)
  for (const root of roots) {
    if (real === path.resolve(root) || real.startsWith(path.join(path.resolve(root), path.sep))) return true
  }
  return false
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'path.resolve(root)', sibling: `path.resolve(root) + '-secret'` },
        line: 5, column: 9, endLine: 5, endColumn: 44 }],
    },
    {
      name: 'a flag that is set',
      code: `import path from 'node:path'
export function check(file, roots) {
  const real = path.resolve(file)
  let found = false
  for (const root of roots) {
    if (real.startsWith(root)) found = true
  }
  if (!found) throw new Error('outside')
}`,
      output: `import path from 'node:path'
export function check(file, roots) {
  const real = path.resolve(file)
  let found = false
  for (const root of roots) {
    if (real === root || real.startsWith(path.join(root, path.sep))) found = true
  }
  if (!found) throw new Error('outside')
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'root', sibling: `root + '-secret'` },
        line: 6, column: 9, endLine: 6, endColumn: 30 }],
    },
    {
      name: 'a schema refinement',
      code: `import path from 'node:path'
const ROOT = path.resolve('data')
const schema = z.string().refine((file) => {
  const full = path.resolve(file)
  return full.startsWith(ROOT)
})`,
      output: `import path from 'node:path'
const ROOT = path.resolve('data')
const schema = z.string().refine((file) => {
  const full = path.resolve(file)
  return full === ROOT || full.startsWith(ROOT + path.sep)
})`,
      errors: [{ messageId: 'sibling',
        data: { path: 'full', root: 'ROOT', sibling: `ROOT + '-secret'` },
        line: 5, column: 10, endLine: 5, endColumn: 31 }],
    },
    {
      name: 'a value that cannot be written twice',
      code: `import fs from 'node:fs'
export function check(file, root) {
  if (!fs.realpathSync(file).startsWith(root)) throw new Error('outside')
}`,
      output: null,
      errors: [{ messageId: 'sibling',
        data: { path: 'fs.realpathSync(file)', root: 'root', sibling: `root + '-secret'` },
        line: 3, column: 8, endLine: 3, endColumn: 46 }],
    },
    {
      name: 'separators that were rewritten',
      code: `import path from 'node:path'
export function check(file, root) {
  const real = path.resolve(file).replace(/\\\\/g, '/')
  if (!real.startsWith(root)) throw new Error('outside')
}`,
      output: null,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'root', sibling: `root + '-secret'` },
        line: 4, column: 8, endLine: 4, endColumn: 29 }],
    },
  ],
})

ruleTester({ typescript: true }).run('no-prefix-path-check in TypeScript', rule, {
  valid: [],
  invalid: [
    {
      name: 'CVE-2025-53110: every allowed directory is compared by prefix',
      code: `import fs from 'fs/promises'
import path from 'path'
import os from 'os'
function normalizePath(p: string): string {
  return path.normalize(p)
}
function expandHome(file: string): string {
  return file.startsWith('~/') ? path.join(os.homedir(), file.slice(1)) : file
}
const allowed = process.argv.slice(2).map(dir => normalizePath(path.resolve(expandHome(dir))))
async function validatePath(requested: string): Promise<string> {
  const real = normalizePath(await fs.realpath(expandHome(requested)))
  const isAllowed = allowed.some(dir => real.startsWith(dir))
  if (!isAllowed) throw new Error('Access denied')
  return real
}`,
      output: `import fs from 'fs/promises'
import path from 'path'
import os from 'os'
function normalizePath(p: string): string {
  return path.normalize(p)
}
function expandHome(file: string): string {
  return file.startsWith('~/') ? path.join(os.homedir(), file.slice(1)) : file
}
const allowed = process.argv.slice(2).map(dir => normalizePath(path.resolve(expandHome(dir))))
async function validatePath(requested: string): Promise<string> {
  const real = normalizePath(await fs.realpath(expandHome(requested)))
  const isAllowed = allowed.some(dir => real === dir || real.startsWith(path.join(dir, path.sep)))
  if (!isAllowed) throw new Error('Access denied')
  return real
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'dir', sibling: `dir + '-secret'` },
        line: 13, column: 41, endLine: 13, endColumn: 61 }],
    },
    {
      name: 'a field',
      code: `import { resolve, sep, join } from 'path'
class Store {
  root = resolve('data')
  check(name: string): boolean {
    const full = join(this.root, name)
    return full.startsWith(this.root) && !full.endsWith('.key')
  }
}`,
      output: `import { resolve, sep, join } from 'path'
class Store {
  root = resolve('data')
  check(name: string): boolean {
    const full = join(this.root, name)
    return (full === this.root || full.startsWith(this.root + sep)) && !full.endsWith('.key')
  }
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'full', root: 'this.root', sibling: `this.root + '-secret'` },
        line: 6, column: 12, endLine: 6, endColumn: 38 }],
    },
    {
      name: 'a cast',
      code: `import path from 'node:path'
export function check(file: string, root?: string): void {
  const real = path.resolve(file)
  if (!real.startsWith(root as string)) throw new Error('outside')
}`,
      output: `import path from 'node:path'
export function check(file: string, root?: string): void {
  const real = path.resolve(file)
  if (!(real === (root as string) || real.startsWith(path.join((root as string), path.sep)))) throw new Error('outside')
}`,
      errors: [{ messageId: 'sibling',
        data: { path: 'real', root: 'root as string', sibling: `root as string + '-secret'` },
        line: 4, column: 8, endLine: 4, endColumn: 39 }],
    },
  ],
})
