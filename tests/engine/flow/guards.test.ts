import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

const NAMES = "const NAMES = ['x', 'y']"
const ASSERT = `${NAMES}
  function assertName(name: string): void { if (!NAMES.includes(name)) throw new Error('unknown') }`
const CHECK = `${NAMES}
  function isName(name: string): boolean { return NAMES.includes(name) }`

describe('where a check counts', () => {
  it('on the branch that it proves', () => {
    expect(flowsInHandler(`
      if (NAMES.includes(args.a)) execSync('ls ' + args.a)
      else execSync('cat ' + args.a)
      if (!NAMES.includes(args.b)) execSync('ls ' + args.b)
      else execSync('cat ' + args.b)`, NAMES)).toEqual([
      "a > execSync('cat ' + args.a)", "b > execSync('ls ' + args.b)",
    ])
  })

  it('not before it and not after the branch', () => {
    expect(flowsInHandler(`
      execSync('ls ' + args.a)
      if (NAMES.includes(args.a)) execSync('cat ' + args.a)
      execSync('head ' + args.a)`, NAMES)).toEqual(["a > execSync('ls ' + args.a)", "a > execSync('head ' + args.a)"])
  })

  it('on every later statement where the other branch ends', () => {
    expect(flowsInHandler(`
      if (!NAMES.includes(args.a)) return
      execSync('ls ' + args.a)
      if (!NAMES.includes(args.b)) { console.error('unknown') }
      execSync('ls ' + args.b)`, NAMES)).toEqual(["b > execSync('ls ' + args.b)"])
  })

  it('where the other branch calls what never returns', () => {
    expect(flowsInHandler(`
      if (!NAMES.includes(args.a)) fail('unknown')
      execSync('ls ' + args.a)
      if (!NAMES.includes(args.b)) process.exit(1)
      execSync('cat ' + args.b)
      execSync('cat ' + args.options.name)`, `${NAMES}
      function fail(text: string): never { throw new Error(text) }`)).toEqual([
      "options.name > execSync('cat ' + args.options.name)",
    ])
  })

  it('in a loop, where the other branch goes on with the next round', () => {
    expect(flowsInHandler(`
      for (const item of args.list) {
        if (!NAMES.includes(item)) continue
        execSync('ls ' + item)
      }
      for (const item of args.list) execSync('cat ' + item)`, NAMES)).toEqual(["list.* > execSync('cat ' + item)"])
  })

  it('in the parts of a condition', () => {
    expect(flowsInHandler(`
      if (args.flag && NAMES.includes(args.a)) execSync('ls ' + args.a)
      if (args.flag || NAMES.includes(args.a)) execSync('cat ' + args.a)
      if (!args.flag || !NAMES.includes(args.b)) return
      execSync('ls ' + args.b)`, NAMES)).toEqual(["a > execSync('cat ' + args.a)"])
  })

  it('in expressions', () => {
    expect(flowsInHandler(`
      execSync('ls ' + (NAMES.includes(args.a) ? args.a : 'x'))
      execSync('ls ' + (NAMES.includes(args.a) ? 'x' : args.a))
      NAMES.includes(args.b) && execSync('cat ' + args.b)
      NAMES.includes(args.b) || execSync('head ' + args.b)`, NAMES)).toEqual([
      "a > execSync('ls ' + (NAMES.includes(args.a) ? 'x' : args.a))", "b > execSync('head ' + args.b)",
    ])
  })

  it('in a variable that is asked later', () => {
    expect(flowsInHandler(`
      const known = NAMES.includes(args.a)
      execSync('ls ' + args.a)
      if (!known) throw new Error('unknown')
      execSync('cat ' + args.a)`, NAMES)).toEqual(["a > execSync('ls ' + args.a)"])
  })

  it('not where its answer is dropped, nor for another value', () => {
    expect(flowsInHandler(`
      NAMES.includes(args.a)
      execSync('ls ' + args.a)
      if (!NAMES.includes(args.a)) return
      execSync('cat ' + args.b)
      execSync('head ' + args.a)`, NAMES)).toEqual(["a > execSync('ls ' + args.a)", "b > execSync('cat ' + args.b)"])
  })

  it('not once the variable is assigned again', () => {
    expect(flowsInHandler(`
      let name = args.a
      if (!NAMES.includes(name)) return
      execSync('ls ' + name)
      name = args.b
      execSync('cat ' + name)`, NAMES)).toEqual(["b > execSync('cat ' + name)"])
  })

  it('for a field of an object, under every name of that field', () => {
    expect(flowsInHandler(`
      if (!NAMES.includes(args.options.name)) return
      const { name } = args.options
      execSync('ls ' + name)
      execSync('ls ' + args.options.name)
      execSync('ls ' + args.options.inner.name)`, NAMES)).toEqual([
      "options.inner.name > execSync('ls ' + args.options.inner.name)",
    ])
  })

  it('inside a closure made after it', () => {
    expect(flowsInHandler(`
      const list = () => { execSync('ls ' + args.a) }
      if (!NAMES.includes(args.a)) return
      list()
      ;[1].forEach(() => { execSync('cat ' + args.a) })
      execSync('head ' + args.b)`, NAMES)).toEqual(["b > execSync('head ' + args.b)"])
  })

  it('when a comparison or a switch names the constants', () => {
    expect(flowsInHandler(`
      if (args.a === 'x') execSync('ls ' + args.a)
      if (args.a !== 'x' && args.a !== 'y') execSync('cat ' + args.a)
      switch (args.b) {
        case 'x':
        case 'y':
          execSync('ls ' + args.b)
          break
        default:
          execSync('cat ' + args.b)
      }`)).toEqual(["a > execSync('cat ' + args.a)", "b > execSync('cat ' + args.b)"])
  })
})

describe('functions that check', () => {
  it('and throw', () => {
    expect(flowsInHandler(`
      execSync('ls ' + args.a)
      assertName(args.a)
      execSync('cat ' + args.a)
      execSync('cat ' + args.b)`, ASSERT)).toEqual(["a > execSync('ls ' + args.a)", "b > execSync('cat ' + args.b)"])
  })

  it('and throw, caught by their caller', () => {
    expect(flowsInHandler(`
      try { assertName(args.a) } catch { console.error('unknown') }
      execSync('ls ' + args.a)
      try { assertName(args.b) } catch { return }
      execSync('cat ' + args.b)`, ASSERT)).toEqual(["a > execSync('ls ' + args.a)"])
  })

  it('and say so', () => {
    expect(flowsInHandler(`
      isName(args.a)
      execSync('ls ' + args.a)
      if (!isName(args.a)) return
      execSync('cat ' + args.a)`, CHECK)).toEqual(["a > execSync('ls ' + args.a)"])
  })

  it('and say so on each of several ways', () => {
    expect(flowsInHandler(`
      if (isName(args.a)) execSync('ls ' + args.a)
      if (isAny(args.b)) execSync('cat ' + args.b)`, `${NAMES}
      function isName(name: string) {
        if (name === '') return false
        if (!NAMES.includes(name)) { return false }
        return true
      }
      function isAny(name: string) {
        if (name === '') return true
        return NAMES.includes(name) || name.length < 9
      }`)).toEqual([
      "b > execSync('cat ' + args.b)",
    ])
  })

  it('and tell in a field', () => {
    expect(flowsInHandler(`
      const result = check(args.a)
      execSync('ls ' + args.a)
      if (!result.ok) return
      execSync('cat ' + args.a)`, `${NAMES}
      function check(name: string) {
        return NAMES.includes(name) ? { ok: true } : { ok: false, error: 'unknown' }
      }`)).toEqual([
      "a > execSync('ls ' + args.a)",
    ])
  })

  it('and tell by an error', () => {
    expect(flowsInHandler(`
      const error = problemOf(args.a)
      if (error) return { isError: true }
      execSync('ls ' + args.a)
      execSync('ls ' + args.b)`, `${NAMES}
      function problemOf(name: string) { if (!NAMES.includes(name)) return 'unknown'; return undefined }`)).toEqual([
      "b > execSync('ls ' + args.b)",
    ])
  })

  it('and give back what is safe, the argument staying as it was', () => {
    expect(flowsInHandler(`
      const name = nameOf(args.a)
      execSync('ls ' + name)
      execSync('cat ' + args.a)`, `${NAMES}
      function nameOf(name: string) { return NAMES.includes(name) ? name : 'x' }`)).toEqual([
      "a > execSync('cat ' + args.a)",
    ])
  })

  it('and are asynchronous', () => {
    expect(flowsInHandler(`
      await assertName(args.a)
      execSync('ls ' + args.a)
      if (!(await isName(args.b))) return
      execSync('cat ' + args.b)
      execSync('cat ' + args.options.name)`, `${NAMES}
      async function assertName(name: string) { if (!NAMES.includes(name)) throw new Error('unknown') }
      const isName = async (name: string) => NAMES.includes(name)`)).toEqual([
      "options.name > execSync('cat ' + args.options.name)",
    ])
  })

  it('and are methods', () => {
    expect(flowsInHandler(`
      const names = new Names(['x', 'y'])
      names.check(args.a)
      execSync('ls ' + args.a)
      if (names.has(args.b)) execSync('cat ' + args.b)
      else execSync('head ' + args.b)`, `
      class Names {
        constructor(private readonly list: string[]) {}
        has(name: string) { return this.list.includes(name) }
        check(name: string) { if (!this.has(name)) throw new Error('unknown') }
      }`)).toEqual(["b > execSync('head ' + args.b)"])
  })

  it('but prove nothing by their name', () => {
    expect(flowsInHandler(`
      assertSafe(args.a)
      execSync('ls ' + args.a)
      if (!isValid(args.b)) return
      execSync('cat ' + args.b)
      execSync('head ' + sanitize(args.b))`, `
      function assertSafe(name: string): void { if (name.length > 100) throw new Error('too long') }
      function isValid(name: string): boolean { return name !== '' }
      function sanitize(name: string): string { return name.trim() }`)).toEqual([
      "a > execSync('ls ' + args.a)", "b > execSync('cat ' + args.b)", "b > execSync('head ' + sanitize(args.b))",
    ])
  })

  it('over several roots, with some and every', () => {
    expect(flowsInHandler(`
      const file = path.resolve(args.a)
      if (!ROOTS.some((root) => file === root || file.startsWith(root + path.sep))) throw new Error('outside')
      fs.readFileSync(file)
      const other = path.resolve(args.b)
      if (ROOTS.every((root) => !other.startsWith(root + path.sep))) return
      fs.readFileSync(other)
      fs.readFileSync(path.resolve(args.options.name))`, `
      const ROOTS = ['notes', 'drafts'].map((name) => path.resolve(name))`)).toEqual([
      'options.name > fs.readFileSync(path.resolve(args.options.name))',
    ])
  })

  it('of every element of a list', () => {
    expect(flowsInHandler(`
      if (!args.list.every((item) => NAMES.includes(item))) return
      for (const item of args.list) execSync('ls ' + item)
      execSync('cat ' + args.a)`, NAMES)).toEqual(["a > execSync('cat ' + args.a)"])
  })

  it('of one element, which says nothing of the others', () => {
    expect(flowsInHandler(`
      if (!args.list.some((item) => NAMES.includes(item))) return
      for (const item of args.list) execSync('ls ' + item)`, NAMES)).toEqual(["list.* > execSync('ls ' + item)"])
  })

  it('and filter a list', () => {
    expect(flowsInHandler(`
      for (const item of args.list.filter((name) => NAMES.includes(name))) execSync('ls ' + item)
      for (const item of args.list.filter((name) => name !== '')) execSync('cat ' + item)
      for (const item of args.list.filter(isName)) execSync('head ' + item)`, CHECK)).toEqual([
      "list.* > execSync('cat ' + item)",
    ])
  })

  it('and run before the handler, in a wrapper', () => {
    expect(flowsInHandler(`
      await guarded((name) => { execSync('ls ' + name) })(args.a)
      await open((name) => { execSync('cat ' + name) })(args.b)`, `${ASSERT}
      const guarded = (work: (name: string) => void) => async (name: string) => { assertName(name); work(name) }
      const open = (work: (name: string) => void) => async (name: string) => { work(name) }`)).toEqual([
      "b > execSync('cat ' + name)",
    ])
  })
})

describe('what a check clears', () => {
  it('is the kind that it speaks of', () => {
    expect(flowsInHandler(`
      const file = path.resolve(ROOT, args.a)
      if (!file.startsWith(ROOT + path.sep)) return
      fs.readFileSync(file)
      execSync('cat ' + file)`, "const ROOT = path.resolve('notes')")).toEqual(["a > execSync('cat ' + file)"])
  })

  it('is what the pattern leaves out', () => {
    expect(flowsInHandler(`
      if (!/^[\\w-]+$/.test(args.a)) return
      execSync('ls ' + args.a)
      if (!/^[^;]+$/.test(args.b)) return
      execSync('cat ' + args.b)
      if (!/^\\w/.test(args.options.name)) return
      execSync('head ' + args.options.name)`)).toEqual([
      "b > execSync('cat ' + args.b)", "options.name > execSync('head ' + args.options.name)",
    ])
  })

  it('is the path that was checked, not what is made of it', () => {
    expect(flowsInHandler(`
      const file = path.resolve(ROOT, args.a)
      if (!file.startsWith(ROOT + path.sep)) return
      fs.readFileSync(path.join(file, 'index.md'))
      fs.readFileSync(path.join(file, args.b))`, "const ROOT = path.resolve('notes')")).toEqual([
      'b > fs.readFileSync(path.join(file, args.b))',
    ])
  })
})
