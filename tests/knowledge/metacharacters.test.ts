import { describe, expect, it } from 'vitest'
import { SINK_KINDS } from '../../src/knowledge/kinds.ts'
import { kindsClearedBy } from '../../src/knowledge/metacharacters.ts'
import { describeRegexLanguage, describeRejection, describeRemoval, describeStringsOver }
  from '../../src/syntax/regex-language.ts'
import type { RegexLanguage } from '../../src/syntax/regex-language.ts'

/** Kinds that have tests of their own below. */
const OTHERS: ReadonlySet<string> = new Set(['redirected-url', 'opened-url', 'url-path', 'raw-query'])

function clearedBy(pattern: RegExp): string {
  const language = describeRegexLanguage(pattern.source, pattern.flags)
  return language ? kindsOf(language) : 'unknown'
}

function kindsOf(language: RegexLanguage): string {
  return kindsClearedBy(language).filter((kind) => !OTHERS.has(kind)).join(' ')
}

const ALL = Object.keys(SINK_KINDS).filter((kind) => !OTHERS.has(kind)).join(' ')

describe('kindsClearedBy for addresses and statements', () => {
  it.each<[RegExp, kinds: string]>([
    [/^(asc|desc)$/i, 'raw-query redirected-url opened-url url-path'],
    [/^\d+$/, 'raw-query redirected-url opened-url url-path'],
    [/^[\w-]+$/, 'redirected-url opened-url url-path'],
    [/^[\w.-]+$/, 'opened-url'],
    [/^[\w:]+$/, 'url-path'],
    [/^[\w/]+$/, 'opened-url'],
    [/^https:\/\/example\.com\//, 'redirected-url opened-url'],
    [/^https:\/\/example\.com/, 'opened-url'],
    [/example\.com/, ''],
  ])('%s', (pattern, kinds) => {
    const language = describeRegexLanguage(pattern.source, pattern.flags)
    expect(language && kindsClearedBy(language).filter((kind) => OTHERS.has(kind)).join(' ')).toBe(kinds)
  })
})

describe('kindsClearedBy a pattern that a value passed', () => {
  it.each<[RegExp, kinds: string]>([
    // Constants and numbers.
    [/^(asc|desc)$/i, ALL],
    [/^(?:--all|\.\.)$/, ALL],
    [/^\d+$/, ALL],
    [/^[0-9]{1,5}$/, ALL],
    [/^-?\d+$/, 'shell-text path query-text query-filter url regex-pattern property-key'],
    // Names.
    [/^\w+$/, 'shell-text argument code path query-text query-filter url regex-pattern'],
    [/^[A-Z_]+$/, 'shell-text argument code path query-text query-filter url regex-pattern property-key'],
    [/^[a-z]{1,8}$/, 'shell-text argument code path query-text query-filter url regex-pattern property-key'],
    [/^(?!__proto__$|constructor$|prototype$)\w+$/,
      'shell-text argument code path query-text query-filter url regex-pattern property-key'],
    [/^[\w-]+$/, 'shell-text path query-filter url regex-pattern'],
    [/^(?!-)[\w-]+$/, 'shell-text argument path query-filter url regex-pattern'],
    [/^[a-z0-9][a-z0-9-]*$/, 'shell-text argument path query-filter url regex-pattern'],
    [/^[\p{L}]+$/u, 'shell-text argument path query-filter regex-pattern'],
    [/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
      'shell-text argument path query-text query-filter url regex-pattern property-key'],
    [/^\d{4}-\d{2}-\d{2}$/, 'shell-text argument path query-text query-filter url regex-pattern property-key'],
    // Files.
    [/^[\w.-]+$/, 'shell-text query-filter'],
    [/^[\w-]+\.md$/, 'shell-text path query-filter'],
    [/^(?!.*\.\.)[\w./-]+$/, 'shell-text query-filter'],
    [/^(?!.*\.\.)(?!\/)[\w./-]+$/, 'shell-text path query-filter'],
    [/^\w[\w.]*(?:\/\w[\w.]*)*$/, 'shell-text argument path query-text query-filter'],
    [/^\w+[\w.]*(?:\/[\w.]+)*$/, 'shell-text argument query-text query-filter'],
    [/^[\w:]+$/, 'shell-text argument query-text query-filter regex-pattern'],
    [/^[\w ~]+$/, 'shell-text argument query-filter regex-pattern'],
    [/^[\w%]+$/, 'argument query-filter regex-pattern'],
    // Addresses.
    [/^https:\/\/example\.com\//, 'argument url'],
    [/^https?:\/\/(?:www\.)?example\.com(?:\/|$)/i, 'argument url'],
    [/^https:\/\/example\.com/, 'argument'],
    [/^https:\/\/example.com\//, 'argument'],
    [/^https:\/\//, 'argument'],
    [/https:\/\/example\.com\//, ''],
    [/^https:\/\/example\.com\//m, ''],
    [/^[^\s@]+@[^\s@]+\.[^\s@]+$/, ''],
    [/^[a-z\d._%+-]+@[a-z\d.-]+\.[a-z]{2,}$/i, 'query-filter'],
    [/^[a-z\d][a-z\d._+-]*@[a-z\d]+\.[a-z]{2,}$/i, 'shell-text argument path query-filter'],
    // Traps.
    [/[a-z]+/, ''],
    [/^[a-z]+/, 'argument'],
    [/[a-z]+$/, ''],
    [/^[a-z]+$/m, ''],
    [/^a|b$/, ''],
    [/^[A-z]+$/, 'argument'],
    [/^.+$/, ''],
    [/^[^;]+$/, ''],
    [/^[^;&|`$()<>]+$/, ''],
    [/^[\w\s]+$/, 'argument path query-filter regex-pattern'],
    [/^[^-]/, 'argument'],
  ])('%s', (pattern, kinds) => {
    expect(clearedBy(pattern)).toBe(kinds)
  })
})

describe('kindsClearedBy what a pattern rejects or removes', () => {
  it.each<[RegExp, kinds: string]>([
    [/[^\w-]/, 'shell-text path query-filter url regex-pattern'],
    [/[^A-Z]/, 'shell-text argument code path query-text query-filter url regex-pattern property-key'],
    [/[;&|`$(){}<>[\]*?#!'"\\%^\r\n\0]/, 'shell-text query-filter'],
    [/[;&|`$(){}<>[\]*?#!'"\\%^]/, 'query-filter'],
    [/\.\./, ''],
    [/^-/, 'argument'],
  ])('%s rejects', (pattern, kinds) => {
    const language = describeRejection(pattern.source, pattern.flags)
    expect(language && kindsOf(language)).toBe(kinds)
  })

  it.each<[RegExp, kinds: string]>([
    [/[^\w]/g, 'shell-text argument code path query-text query-filter url regex-pattern'],
    [/[^\w.-]/g, 'shell-text query-filter'],
    [/[;&|`$]/g, ''],
  ])('%s removes', (pattern, kinds) => {
    const remaining = describeRemoval(pattern.source, pattern.flags)
    expect(remaining && kindsOf(describeStringsOver(remaining))).toBe(kinds)
  })
})
