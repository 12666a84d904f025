import { matchGlob } from './match-glob.ts'
import { readText } from './read-text.ts'

interface Rule {
  readonly folder: string
  readonly pattern: string
  readonly isNegated: boolean
  readonly foldersOnly: boolean
}

/** The rules of the `.gitignore` files from the top of a repository down to a folder. */
export type GitIgnore = readonly Rule[]

/** The rules above and those of the folder itself. Patterns with character classes are passed over. */
export function extendGitIgnore(above: GitIgnore, folder: string): GitIgnore {
  const text = readText(`${folder}/.gitignore`)
  if (text === undefined) return above
  const own = text.split(/\r?\n/u).flatMap((line): Rule[] => {
    const isNegated = line.startsWith('!')
    const written = line.slice(isNegated ? 1 : 0).trimEnd()
    if (written === '' || written.startsWith('#') || /[[\\]/u.test(written)) return []
    const pattern = written.replace(/\/$/u, '')
    // A slash at the start or within ties a pattern to the folder of its file.
    const anchored = pattern.includes('/') ? pattern.replace(/^\//u, '') : `**/${pattern}`
    return [{ folder, pattern: anchored, isNegated, foldersOnly: written.endsWith('/') }]
  })
  return own.length > 0 ? [...above, ...own] : above
}

/** Whether git passes over a file or folder, given that it does not pass over the folder around it. */
export function isGitIgnored(rules: GitIgnore, path: string, isFolder: boolean): boolean {
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const rule = rules[index]
    if (!rule || (rule.foldersOnly && !isFolder)) continue
    if (path.startsWith(`${rule.folder}/`) && matchGlob(rule.pattern, path.slice(rule.folder.length + 1))) return !rule.isNegated
  }
  return false
}
