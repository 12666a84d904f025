import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

describe('generators', () => {
  it('give what they yield, not what they return', () => {
    expect(flowsInHandler(`
      for (const name of names(args.a, args.b)) execSync('ls ' + name)
      for (const name of fixed(args.a)) execSync('cat ' + name)
      execSync('head ' + [...names('notes', args.b)].join(' '))
      execSync('wc ' + names(args.a, '').next().value)`, `
      function* names(first: string, last: string) { yield 'notes'; yield first; return last }
      function* fixed(last: string) { yield 'notes'; return last }`)).toEqual([
      "a > execSync('ls ' + name)", "a > execSync('wc ' + names(args.a, '').next().value)",
    ])
  })

  it('hand on what other generators yield', () => {
    expect(flowsInHandler("for await (const line of all(args.a)) execSync('ls ' + line)", `
      async function* lines(text: string) { while (true) { yield await Promise.resolve(text) } }
      async function* all(text: string) { yield* lines(text) }`)).toEqual(["a > execSync('ls ' + line)"])
  })

  it('may be methods', () => {
    expect(flowsInHandler(`
      for await (const line of new Reader(args.a).lines()) execSync('ls ' + line)
      execSync('cat ' + args.b)`, `
      class Reader {
        constructor(private readonly text: string) {}
        async *lines() { for (const line of this.text.split('\\n')) if (line !== '') yield line }
      }`)).toEqual(["a > execSync('ls ' + line)", "b > execSync('cat ' + args.b)"])
  })

  it('that a function runs await what they yield', () => {
    expect(flowsInHandler("execSync('ls ' + await log(args.a))", `
      declare function __awaiter(self: unknown, args: unknown, make: unknown, body: () => Generator): Promise<string>
      function log(name: string) {
        return __awaiter(undefined, undefined, undefined, function* () { return yield Promise.resolve(name) })
      }`)).toEqual(["a > execSync('ls ' + await log(args.a))"])
  })
})
