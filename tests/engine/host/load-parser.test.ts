import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { FileFacts } from '../../../src/engine/facts/ir.ts'
import { lowerFile } from '../../../src/engine/facts/lower-file.ts'
import { loadParser } from '../../../src/engine/host/load-parser.ts'

const require = createRequire(import.meta.url)
const TEXT = `#!/usr/bin/env node
import type { A } from 'a'
import { type B, c } from 'b'
import d = require('d')
export * as ns from './q.js'
enum E { X = 1, Y = 'a' }
namespace N { export const z = 1; export function f() { return z } }
abstract class K<T> extends (c as any)<T> {
  @dec() foo = 1; declare q: string; #p = 1
  constructor(private readonly a: string, @Inject() public b = 2) { super() }
  static { this.x = 1 }
  get x() { return 1 }
  abstract m(): void
  overload(a: string): void
  overload(a: any) { return #p in a }
}
const y = <any>a!.b?.c![0]?.(1) satisfies string
label: for (const q of z) { continue label }
for await (const w of gen()) {}
const { a: { b = 1 }, ...rest } = y, [p,, ...qq] = x
export default async function* () { yield* 1; new.target; import.meta.url; await import('x') }
const big = 10n, re = /a\\/b/v, t = \`a\${1}\\n\`, tagged = foo\`\\unicode \${1}\`
switch (1) { case 1: default: let v = 1 }
const obj = { a, b() {}, get c() { return 1 }, ['d' + 1]: 2, async *e() {}, 1: 2, 'x-y': 3 }
`

/** The facts of a text as the parser gives them that is there when some modules cannot be loaded. */
function factsWithout(missing: readonly string[], path: string, text: string): FileFacts {
  const parse = loadParser((module) => {
    if (missing.includes(module)) throw new Error('Cannot find native binding')
    return require(module) as unknown
  })
  return lowerFile({ ...parse(path, text)!, text }, { path, registrars: new Set(['tool']), handlerKeys: new Set(), maxNesting: 250 })
}

describe('the parser of files that are not under lint', () => {
  it('gives the same facts where the native one cannot be loaded', () => {
    const facts = factsWithout(['oxc-parser'], '/a.ts', TEXT)
    expect(facts.functions.length).toBeGreaterThan(5)
    expect(facts).toEqual(factsWithout([], '/a.ts', TEXT))
  })

  it('reads JSX without it', () => {
    const text = 'export const view = () => <div>{server.tool("x")}</div>\n'
    expect(factsWithout(['oxc-parser'], '/a.jsx', text)).toEqual(factsWithout([], '/a.jsx', text))
    expect(factsWithout(['oxc-parser'], '/a.js', text)).toEqual(factsWithout([], '/a.js', text))
    expect(factsWithout(['oxc-parser'], '/a.tsx', text)).toEqual(factsWithout([], '/a.tsx', text))
  })
})
