import { describe, expect, it } from 'vitest'
import { flowsInHandler } from '../support/flows-in.ts'

const OUTSIDE = `
  const ROOT = path.resolve('notes')
  const inside = (file) => path.resolve(file).startsWith(ROOT + path.sep)`

describe('a path that is spelled otherwise', () => {
  it('is the path that was checked', () => {
    expect(flowsInHandler(`
      const file = path.resolve(args.a)
      if (!inside(file.trim().replace(/^["']|["']$/g, '').replace(/\\/+/g, '/'))) throw new Error('outside')
      fs.readFileSync(file)`, OUTSIDE)).toEqual([])
  })

  it('is another path where segments were taken out', () => {
    expect(flowsInHandler(`
      const file = args.a
      if (!inside(file.replace(/\\.\\.\\//g, ''))) throw new Error('outside')
      fs.readFileSync(file)`, OUTSIDE)).toEqual(['a > fs.readFileSync(file)'])
  })
})

describe('a check of an optional value', () => {
  it('holds where the value is there', () => {
    expect(flowsInHandler(`
      if (args.a !== undefined && args.a.includes('..')) throw new Error('outside')
      fs.readFileSync(path.join('notes', args.a))`)).toEqual([])
  })
})
