import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

describe('branches', () => {
  it('join after an if', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      if (args.flag) name = args.a
      execSync('ls ' + name)
      if (args.flag) name = 'x'
      else name = 'y'
      execSync('cat ' + name)`)).toEqual(["a > execSync('ls ' + name)"])
  })

  it('that end do not join', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      if (args.flag) {
        name = args.a
        execSync('ls ' + name)
        return
      }
      execSync('cat ' + name)`)).toEqual(["a > execSync('ls ' + name)"])
  })

  it('of a conditional expression both count', () => {
    expect(flowsInHandler(`
      execSync('ls ' + (args.flag ? args.a : 'notes'))
      execSync('cat ' + (args.flag ? 'drafts' : 'notes'))`)).toEqual([
      "a > execSync('ls ' + (args.flag ? args.a : 'notes'))",
    ])
  })

  it('of logical expressions', () => {
    expect(flowsInHandler(`
      execSync('ls ' + (args.a || 'notes'))
      execSync('ls ' + (args.a ?? 'notes'))
      execSync('ls ' + (args.flag && args.b))
      execSync('ls ' + (args.a && 'notes'))`)).toEqual([
      "a > execSync('ls ' + (args.a || 'notes'))",
      "a > execSync('ls ' + (args.a ?? 'notes'))",
      "b > execSync('ls ' + (args.flag && args.b))",
    ])
  })

  it('of a switch, with falling through and a default', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      let other = 'notes'
      switch (args.n) {
        case 1:
          name = args.a
        case 2:
          execSync('ls ' + name)
          break
        case 3:
          execSync('cat ' + name)
          break
        default:
          other = args.b
      }
      execSync('head ' + other)`)).toEqual(["a > execSync('ls ' + name)", "b > execSync('head ' + other)"])
  })

  it('that cannot be reached are left out', () => {
    expect(flowsInHandler(`
      execSync('ls ' + args.a)
      return
      execSync('cat ' + args.a)`)).toEqual(["a > execSync('ls ' + args.a)"])
  })
})

describe('try', () => {
  it('hands what was assigned to the catch and beyond', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      try {
        name = args.a
        JSON.parse(args.b)
      } catch {
        execSync('ls ' + name)
      }
      execSync('cat ' + name)`)).toEqual(["a > execSync('ls ' + name)", "a > execSync('cat ' + name)"])
  })

  it('runs finally on every way out', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      try {
        if (args.flag) return
        name = args.a
      } finally {
        execSync('ls ' + args.b)
      }
      execSync('cat ' + name)`)).toEqual(["b > execSync('ls ' + args.b)", "a > execSync('cat ' + name)"])
  })

  it('that assigns a constant in the catch joins with the try', () => {
    expect(flowsInHandler(`
      let name
      try {
        name = decodeURI(args.a)
      } catch {
        name = 'notes'
      }
      execSync('ls ' + name)
      let clean
      try {
        clean = Number(args.a)
      } catch {
        clean = 0
      }
      execSync('cat ' + clean)`)).toEqual(["a > execSync('ls ' + name)"])
  })
})

describe('what is thrown', () => {
  it('leaves to the handler what each statement of the block left', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      try {
        name = args.a
        step()
        name = 'drafts'
      } catch {
        execSync('ls ' + name)
      }
      execSync('cat ' + name)
      let other = 'notes'
      try {
        other = args.b
        step()
        return
      } finally {
        execSync('rm ' + other)
      }`, 'declare function step(): void')).toEqual([
      "a > execSync('ls ' + name)", "a > execSync('cat ' + name)", "b > execSync('rm ' + other)",
    ])
  })

  it('keeps what the block proved where it ended', () => {
    expect(flowsInHandler(`
      let name = ''
      try {
        if (!/^[a-z]+$/.test(args.a)) throw new Error('invalid')
        name = args.a
        step()
      } catch {
        execSync('ls ' + name)
      } finally {
        execSync('cat ' + name)
      }
      execSync('head ' + name)`, 'declare function step(): void')).toEqual([])
  })

  it('hands on what was thrown, by functions too', () => {
    expect(flowsInHandler(`
      try { check(args.a) } catch (error) { execSync('ls ' + (error as Error).message) }
      try { check('notes') } catch (error) { execSync('cat ' + (error as Error).message) }`, `
      function check(name: string) { if (name.length > 9) throw new Error('too long: ' + name) }`)).toEqual([
      "a > execSync('ls ' + (error as Error).message)",
    ])
  })
})

describe('switch', () => {
  it('on true takes its cases for conditions', () => {
    expect(flowsInHandler(`
      switch (true) {
        case args.a === 'notes':
          execSync('ls ' + args.a)
          break
        case args.b.length > 2:
          execSync('cat ' + args.b)
          break
        default:
          execSync('head ' + args.a)
      }`)).toEqual(["b > execSync('cat ' + args.b)", "a > execSync('head ' + args.a)"])
  })
})
