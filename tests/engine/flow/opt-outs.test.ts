import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

const NAMES = "const NAMES = ['x', 'y']"

describe('a check that a setting turns off', () => {
  it('counts as one that is on', () => {
    expect(flowsInHandler(`
      if (!isName(args.a)) return
      execSync('ls ' + args.a)
      assertName(args.b)
      execSync('ls ' + args.b)`, `${NAMES}
      const ALLOW_ALL = process.env.ALLOW_ALL === 'true'
      const config = JSON.parse(fs.readFileSync('config.json', 'utf8'))
      function isName(name) { if (config.names.includes('*')) return true; return NAMES.includes(name) }
      function assertName(name) { if (ALLOW_ALL) return; if (!NAMES.includes(name)) throw new Error('unknown') }`)).toEqual([])
  })

  it('does not where it is the value that turns it off', () => {
    expect(flowsInHandler(`
      if (!isShort(args.a)) return
      execSync('ls ' + args.a)
      if (!isNamed(args)) return
      execSync('ls ' + args.b)`, `${NAMES}
      function isShort(name) { if (name.length < 3) return true; return NAMES.includes(name) }
      function isNamed(given) { if (isSpecial(given)) return true; return NAMES.includes(given.b) }
      function isSpecial(given) { return given.a === given.b }`)).toEqual(["a > execSync('ls ' + args.a)", "b > execSync('ls ' + args.b)"])
  })

  it('does not where there is nothing but settings', () => {
    expect(flowsInHandler(`
      if (!isOpen(args.a)) return
      execSync('ls ' + args.a)`, `
      const ALLOW_ALL = process.env.ALLOW_ALL === 'true'
      function isOpen(name) { if (ALLOW_ALL) return true; return false }`)).toEqual(["a > execSync('ls ' + args.a)"])
  })
})
