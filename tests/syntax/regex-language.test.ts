import { describe, expect, it } from 'vitest'
import { CharacterSet } from '../../src/syntax/character-set.ts'
import {
  describeRegexLanguage,
  describeRejection,
  describeRemoval,
  describeStringsOver,
} from '../../src/syntax/regex-language.ts'
import type { RegexLanguage } from '../../src/syntax/regex-language.ts'

const PROBES = 'aZ09_-./\\;&|$`"\' \n\r[]^éK'

function languageOf(pattern: RegExp): RegexLanguage {
  const language = describeRegexLanguage(pattern.source, pattern.flags)
  if (!language) throw new Error(`${String(pattern)} was not understood`)
  return language
}

function among(characters: CharacterSet | undefined): string | undefined {
  return characters && [...PROBES].filter((character) => characters.has(character)).join('')
}

describe('describeRegexLanguage', () => {
  it.each<[RegExp, start: boolean, end: boolean, characters: string]>([
    [/^[\w.-]+$/, true, true, 'aZ09_-.K'],
    [/^[\w-]+\.md$/, true, true, 'aZ09_-.K'],
    [/^\d+$/, true, true, '09'],
    [/[a-z]+/, false, false, PROBES],
    [/^[a-z]+/, true, false, PROBES],
    [/[a-z]+$/, false, true, PROBES],
    [/^[a-z]+$/m, false, false, PROBES],
    [/^[a-z]+$/y, true, true, 'a'],
    [/^[a-z]+$/g, true, true, 'a'],
    [/^a|b$/, false, false, PROBES],
    [/^(?:a|b)$/, true, true, 'a'],
    [/^a$|^Z$/, true, true, 'aZ'],
    [/(^a|0)Z$/, false, true, PROBES],
    [/^[A-z]+$/, true, true, 'aZ_\\`[]^K'],
    [/^.+$/, true, true, 'aZ09_-./\\;&|$`"\' []^éK'],
    [/^.+$/s, true, true, PROBES],
    [/^[^;]+$/, true, true, 'aZ09_-./\\&|$`"\' \n\r[]^éK'],
    [/^[^;&|$`]*$/, true, true, 'aZ09_-./\\"\' \n\r[]^éK'],
    [/^[\w\s]+$/, true, true, 'aZ09_ \n\rK'],
    [/^\S+$/, true, true, 'aZ09_-./\\;&|$`"\'[]^éK'],
    [/^[a-z]+$/i, true, true, 'aZK'],
    [/^[^a-z]+$/i, true, true, '09_-./\\;&|$`"\' \n\r[]^é'],
    [/^k$/iu, true, true, 'K'],
    [/^\p{L}+$/u, true, true, 'aZéK'],
    [new RegExp(String.raw`^[\p{L}--[a-z]]+$`, 'v'), true, true, 'ZéK'],
    [new RegExp(String.raw`^[\w&&[^\d]]+$`, 'v'), true, true, 'aZ_K'],
    [new RegExp(String.raw`^[\q{ab|;}a]$`, 'v'), true, true, PROBES],
    [/^(['"])a\1$/, true, true, PROBES],
    [/^a(?=;)Z$/, true, true, 'aZ'],
    [/^(?!.*[;&])[a-z;&]+$/, true, true, 'a'],
    [/^(?!.*[;&])[a-z;&\n]+$/, true, true, 'a;&\n'],
    [/^(?![\s\S]*[;&])[a-z;&\n]+$/, true, true, 'a\n'],
    [/^(?!;)[a;]+$/, true, true, 'a;'],
    [/^[\w.+-]+@[\w-]+\.[\w.]+$/, true, true, 'aZ09_-.K'],
    [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, true, true, 'aZ09_-./\\;&|$`"\'[]^éK'],
    [/^(?:x;){0}a$/, true, true, 'a'],
    [/^[]$/, true, true, ''],
  ])('%s', (pattern, start, end, characters) => {
    const language = languageOf(pattern)
    expect([language.anchoredStart, language.anchoredEnd, among(language.characters)]).toEqual([start, end, characters])
  })

  it.each<[RegExp, first: string, mayBeEmpty: boolean]>([
    [/^[\w-]+$/, 'aZ09_-K', false],
    [/^\w[\w-]*$/, 'aZ09_K', false],
    [/^(?!-)[\w-]+$/, 'aZ09_K', false],
    [/^(?![-_])[\w-]+$/, 'aZ09K', false],
    [/^(?!-$)[\w-]+$/, 'aZ09_-K', false],
    [/^(?!a|Z)[\w-]*$/, '09_-K', true],
    [/^(?!$)[a-]*$/, 'a-', false],
    [/^-?\d+$/, '09-', false],
    [/^(?:a|-)?Z$/, 'aZ-', false],
    [/^$/, '', true],
    [/^(?!-)[\w-]+$/m, PROBES, false],
    [/(?!-)[\w-]+$/, PROBES, false],
  ])('%s begins with', (pattern, first, mayBeEmpty) => {
    const language = languageOf(pattern)
    expect([among(language.first), language.mayBeEmpty]).toEqual([first, mayBeEmpty])
  })

  it.each<[RegExp, anywhere: boolean, whole: boolean]>([
    [/^[\w.-]+$/, true, true],
    [/^[\w-]+$/, false, false],
    [/^[\w-]+\.md$/, false, false],
    [/^[\w.-]+\.md$/, true, false],
    [/^\w[\w.]*$/, true, false],
    [/^\w+(?:\.\w+)*$/, false, false],
    [/^(?:\w+\.)*\w*\.?$/, true, false],
    [/^\.{1,2}$/, true, true],
    [/^[.]{3}$/, true, false],
    [/^(?!\.\.)[\w.]+$/, true, false],
    [/^(?!\.\.?$)[\w.]+$/, true, false],
    [/^(?!.*\.\.)[\w.]+$/, false, false],
    [/^(?!.*\.{2})[\w.]+$/, false, false],
    [/^(?!.*\.\.$)[\w.]+$/, true, false],
    [/^(?!.*\.\.)[\w.\n]+$/, true, false],
    [/^(?!.*\.\.)(?!\/)[\w./]+$/, false, false],
    [/^(?=.*a)(?!.*\.\.)[\w.]+$/, false, false],
    [/^(?!.*\.\.\/)[\w./]+$/, true, true],
    [/(?!.*\.\.)[\w.]+/, true, true],
    [/^(?!.*\.\.)\w+|[\w.]+$/, true, true],
  ])('%s and ".."', (pattern, anywhere, whole) => {
    const { mayContain } = languageOf(pattern)
    expect([mayContain('..'), mayContain('..', 'whole')]).toEqual([anywhere, whole])
  })

  it('counts repetitions as far as names are long', () => {
    expect(languageOf(/^[a-z]{2,10}$/).mayContain('constructor', 'whole')).toBe(false)
    expect(languageOf(/^[a-z]{2,11}$/).mayContain('constructor', 'whole')).toBe(true)
    expect(languageOf(/^[a-z]{40}$/).mayContain('constructor', 'whole')).toBe(false)
  })

  it.each<[RegExp, constants: string[] | undefined]>([
    [/^(asc|desc)$/i, ['asc', 'desc']],
    [/^(?:get|gets?)$/, ['get', 'gets']],
    [/^[Yy]es$/, ['yes']],
    [/^v1\.0$/, ['v1.0']],
    [/^asc|desc$/, undefined],
    [/^(?:asc|desc)/, undefined],
    [/^(asc|desc)$/m, undefined],
    [/^(asc|desc.)$/, undefined],
    [/^(?:ab)+$/, undefined],
  ])('%s spells out its strings', (pattern, constants) => {
    expect(languageOf(pattern).constants).toEqual(constants)
  })

  it('knows how strings begin', () => {
    expect(languageOf(/^https?:\/\/example\.com\//).beginnings).toEqual([
      { text: 'http://example.com/', complete: false },
      { text: 'https://example.com/', complete: false },
    ])
    expect(languageOf(/https:/).beginnings).toEqual([{ text: '', complete: false }])
  })

  it.each([
    ['(', ''],
    ['[a', ''],
    ['a', 'uv'],
    ['a', 'x'],
    ['(?<n>a)(?<n>b)', ''],
    ['('.repeat(2_499) + ')'.repeat(2_499) + '(', ''],
    ['a'.repeat(5_001), ''],
  ])('gives up on an invalid or too large pattern (%#)', (source, flags) => {
    expect(describeRegexLanguage(source, flags)).toBeUndefined()
  })

  it('bounds the size of nested repetitions without losing a string', () => {
    const language = describeRegexLanguage('^((((a{16}){16}){16}){16}){16}$', '')
    expect(language && [among(language.characters), language.mayContain('a'.repeat(100))]).toEqual(['a', true])
  })
})

describe('describeRejection', () => {
  it.each<[RegExp, characters: string | undefined]>([
    [/[^\w-]/, 'aZ09_-K'],
    [/[^a-z]+/i, 'aZK'],
    [/[;&|$`]/, 'aZ09_-./\\"\' \n\r[]^éK'],
    [/;|&/, 'aZ09_-./\\|$`"\' \n\r[]^éK'],
    [/^[^a]/, PROBES],
    [/;$/, PROBES],
    [/[^a]{2}/, PROBES],
    [/(?=a)[^a]/, undefined],
    [/\b/, undefined],
    [/[^\w-]/g, undefined],
    [/[^\w-]/y, undefined],
  ])('%s', (pattern, characters) => {
    expect(among(describeRejection(pattern.source, pattern.flags)?.characters)).toBe(characters)
  })

  it('excludes runs of characters, and a first character', () => {
    expect(describeRejection('\\.\\.', '')?.mayContain('..')).toBe(false)
    expect(describeRejection('^\\.\\.', '')?.mayContain('..')).toBe(true)
    expect(describeRejection('\\.\\.\\/', '')?.mayContain('..')).toBe(true)
    expect(describeRejection('^\\s*-', '')?.first.has('-')).toBe(false)
    expect(describeRejection('^--', '')?.first.has('-')).toBe(true)
  })
})

describe('describeRemoval', () => {
  it.each<[RegExp, remaining: string | undefined]>([
    [/[^a-z0-9_-]/g, 'a09_-'],
    [/[^a-z0-9]+/gi, 'aZ09K'],
    [/[^a-z]*/g, 'a'],
    [/[^a-z]*?/g, undefined],
    [/[^a-z]/, undefined],
    [/[^a-z]/gy, undefined],
    [/\W/g, 'aZ09_K'],
    [/[;&|`$]/g, 'aZ09_-./\\"\' \n\r[]^éK'],
    [/(?:;|&|\||\.\.)/g, 'aZ09_-./\\$`"\' \n\r[]^éK'],
    [/\.\.\//g, undefined],
    [/;{2,}/g, undefined],
    [/^;+|;+$/g, undefined],
    [/a*|[^b]/g, undefined],
    [/(?=;)|;/g, undefined],
    [new RegExp(String.raw`[\q{ab}]`, 'gv'), undefined],
    [/(?!a)[^b]/g, undefined],
  ])('%s', (pattern, remaining) => {
    expect(among(describeRemoval(pattern.source, pattern.flags))).toBe(remaining)
  })

  it('makes a language of what remains and what replaces', () => {
    const remaining = describeRemoval('[^a-z.]', 'g')
    const language = describeStringsOver((remaining ?? CharacterSet.any).union(CharacterSet.of('_')))
    expect([among(language.characters), language.mayContain('..', 'whole'), language.mayBeEmpty])
      .toEqual(['a_.', true, true])
  })
})
