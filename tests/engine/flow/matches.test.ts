import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

describe('matches', () => {
  it('are parts of the text that was matched', () => {
    expect(flowsInHandler(`
      const found = args.a.match(/x(.*)/)
      if (found) execSync('ls ' + found[1])
      const again = /x(.*)/.exec(args.b)
      if (again) execSync('cat ' + again[1])`)).toEqual(["a > execSync('ls ' + found[1])", "b > execSync('cat ' + again[1])"])
  })

  it('of a pattern that admits nothing harmful are harmless', () => {
    expect(flowsInHandler(`
      const found = args.a.match(/^([a-z]+)$/)
      if (found) execSync('ls ' + found[1])
      if (!/^[a-z]+$/.exec(args.b)) throw new Error('name')
      execSync('cat ' + args.b)`)).toEqual([])
  })
})

describe('types', () => {
  it('are words of the language', () => {
    expect(flowsInHandler("execSync('ls ' + typeof args.a)")).toEqual([])
  })
})

describe('methods of a parent', () => {
  it('are reached from the method that overrides them', () => {
    expect(flowsInHandler('new Loud().run(args.a)', `
      class Plain { run(name) { execSync('ls ' + name) } }
      class Loud extends Plain { run(name) { super.run(name) } }`)).toEqual(["a > execSync('ls ' + name)"])
  })
})
