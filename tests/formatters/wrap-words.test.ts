import { describe, expect, it } from 'vitest'
import { wrapWords } from '../../src/formatters/wrap-words.ts'

describe('wrapWords', () => {
  it('breaks at spaces within the width', () => {
    expect(wrapWords('one two three', 7)).toEqual(['one two', 'three'])
  })

  it('lets a longer word stand alone', () => {
    expect(wrapWords('a considerable b', 5)).toEqual(['a', 'considerable', 'b'])
  })

  it('gives no line for no text', () => {
    expect(wrapWords('', 10)).toEqual([])
  })
})
