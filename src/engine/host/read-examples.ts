import { readdirSync } from 'node:fs'
import { readText } from './read-text.ts'

/** One variable that an example file gives a value, on a line that counts or in a comment. */
export interface ExampleValue {
  readonly name: string
  readonly value: string
  /** Counted from 1. */
  readonly line: number
}

/** A file that shows which variables the environment may hold. */
export interface EnvironmentExample {
  /** Absolute; forward slashes. */
  readonly path: string
  /** Every word of it, comments included: a variable that is only explained is named as well. */
  readonly words: ReadonlySet<string>
  readonly values: readonly ExampleValue[]
}

const EXAMPLE = new RegExp(
  String.raw`^\.?env(?:\.(?:local|dev(?:elopment)?|prod(?:uction)?|docker))?[.-](?:example|sample|template|tpl|dist|defaults?)$`
  + String.raw`|^\.?(?:example|sample|template)[.-]env$`,
  'iu',
)
const ASSIGNMENT = /^[\s#]*(?:export\s+)?(?<name>[A-Za-z_]\w*)\s*=[^\S\n]*(?<value>"[^"]*"|'[^']*'|`[^`]*`|[^\n]*)/gmu

/** The example files of one folder, sorted by name. Links and what is too long or unreadable are passed over. */
export function readExamples(folder: string): EnvironmentExample[] {
  return listNames(folder).filter((name) => EXAMPLE.test(name)).sort().flatMap((name) => {
    const path = `${folder}/${name}`
    const text = readText(path)
    return text === undefined ? [] : [{ path, words: new Set(text.match(/\w+/gu) ?? []), values: valuesIn(text) }]
  })
}

function valuesIn(text: string): ExampleValue[] {
  let line = 1
  let last = 0
  return [...text.matchAll(ASSIGNMENT)].map(({ 0: whole, index, groups }) => {
    const { name = '', value = '' } = groups ?? {}
    const at = index + whole.indexOf(name)
    line += text.slice(last, at).split('\n').length - 1
    last = at
    const quoted = /^(["'`])(?<inside>[\s\S]*)\1$/u.exec(value)?.groups?.['inside']
    return { name, line, value: quoted ?? value.replace(/\s+#[\s\S]*$/u, '').trim() }
  })
}

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
