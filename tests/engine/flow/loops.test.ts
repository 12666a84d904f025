import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../../support/flows-in.ts'

describe('loops', () => {
  it('carry a value from one round into the next', () => {
    expect(flowsInHandler(`
      let previous = 'notes'
      let current = 'notes'
      for (let i = 0; i < 3; i += 1) {
        execSync('ls ' + previous)
        previous = current
        current = args.a
      }`)).toEqual(["a > execSync('ls ' + previous)"])
  })

  it('may not run at all', () => {
    expect(flowsInHandler(`
      let name = args.a
      while (args.flag) name = 'notes'
      execSync('ls ' + name)`)).toEqual(["a > execSync('ls ' + name)"])
  })

  it('with do run their body at least once', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      do {
        execSync('ls ' + name)
        name = args.a
      } while (args.flag)
      execSync('cat ' + name)
      let other = args.b
      do { other = 'notes' } while (args.flag)
      execSync('head ' + other)`)).toEqual(["a > execSync('ls ' + name)", "a > execSync('cat ' + name)"])
  })

  it('over elements, over entries and over keys', () => {
    expect(flowsInHandler(`
      for (const item of args.list) execSync('ls ' + item)
      for (const [index, item] of args.list.entries()) execSync('cat ' + index + item)
      for (const index in args.list) execSync('tail ' + args.list[index])
      for (const item of ['x', 'y']) execSync('wc ' + item)`)).toEqual([
      "list.* > execSync('ls ' + item)",
      "list > execSync('cat ' + index + item)",
      "list.* > execSync('tail ' + args.list[index])",
    ])
  })

  it('are left by break and continue', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      for (const item of args.list) {
        if (args.flag) { name = item; break }
        execSync('cat ' + name)
      }
      execSync('ls ' + name)`)).toEqual(["list.* > execSync('ls ' + name)"])
  })

  it('are left by a label', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      outer: for (const x of args.list) {
        for (const y of args.list) {
          if (x === y) continue outer
          name = y
          break outer
        }
        execSync('cat ' + name)
      }
      execSync('ls ' + name)`)).toEqual(["list.* > execSync('ls ' + name)"])
  })

  it('collect a command', () => {
    expect(flowsInHandler(`
      let command = 'git add'
      for (const item of args.list) command += ' ' + item
      execSync(command)`)).toEqual(['list.* > execSync(command)'])
  })

  it('end with the value of an endless search', () => {
    expect(flowsInHandler(`
      let found
      while (true) {
        const next = args.list.shift()
        if (next) { found = next; break }
      }
      execSync('ls ' + found)`)).toEqual(["list > execSync('ls ' + found)"])
  })
})

describe('counted loops', () => {
  it('end, however often they run', () => {
    expect(flowsInHandler(`
      for (let i = 0; i < 3; i++) { execSync('date') }
      execSync('ls ' + args.a)
      let n = 0
      while (n < 3) { n++ }
      execSync('cat ' + args.b)`)).toEqual(["a > execSync('ls ' + args.a)", "b > execSync('cat ' + args.b)"])
  })

  it('reach every element', () => {
    expect(flowsInHandler(`
      const words = ['notes', args.a]
      for (let i = 0; i < words.length; i++) execSync('ls ' + words[i])
      const safe = ['notes', 'drafts']
      for (let i = 0; i < safe.length; i++) execSync('cat ' + safe[i])`)).toEqual(["a > execSync('ls ' + words[i])"])
  })

  it('may be left by a label', () => {
    expect(flowsInHandler(`
      let name = 'notes'
      outer: for (const item of args.list) {
        for (const other of [1, 2]) {
          if (item === 'x') { name = args.a; break outer }
          if (other) continue outer
        }
      }
      execSync('ls ' + name)`)).toEqual(["a > execSync('ls ' + name)"])
  })
})
