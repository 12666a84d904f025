import type { Word } from './parse-command.ts'

/** POSIX.1-2017 2.9.1, 2.14 and 2.4: built-ins and reserved words, and what only cmd.exe knows. No such file exists. */
const BUILT_IN = new Set([
  '.', ':', '!', 'alias', 'bg', 'break', 'builtin', 'case', 'cd', 'command', 'continue', 'declare', 'eval', 'exec',
  'exit', 'export', 'fc', 'fg', 'for', 'getopts', 'hash', 'if', 'jobs', 'local', 'popd', 'pushd', 'read', 'readonly',
  'return', 'set', 'shift', 'source', 'time', 'times', 'trap', 'type', 'ulimit', 'umask', 'unalias', 'unset', 'until',
  'wait', 'while',
  'assoc', 'cls', 'copy', 'del', 'dir', 'erase', 'md', 'mklink', 'move', 'rd', 'ren', 'rename', 'start', 'ver', 'vol',
])

/** Programs that parse a shell's language themselves: a list of arguments mends nothing there. */
const SHELLS = new Set([
  'sh', 'bash', 'dash', 'zsh', 'ksh', 'fish', 'ash', 'busybox', 'cmd', 'powershell', 'pwsh', 'ssh', 'su',
])

/** Programs that run text given by an option; a value inside that text stays an injection. */
const INTERPRETERS = /^(?:node|deno|bun|python[\d.]*|perl|ruby|php|osascript|lua|tclsh|Rscript|psql|mysql|sqlite3)$/
const CODE_OPTION = /^(?:-[a-z]*[ceEpr]|--eval|--print|--execute|--command|eval)$/

/**
 * Programs that npm and other installers put on Windows as `.cmd` files. Node runs those through a shell only (it finds
 * no `npx`, and since 18.20.2 refuses `npx.cmd` with EINVAL: CVE-2024-27980), so a list of arguments would end the
 * server's support of Windows without a word. Such calls need a hand: a `node` script path, or `process.execPath`.
 */
const COMMAND_FILES = new Set([
  'npm', 'npx', 'pnpm', 'pnpx', 'yarn', 'yarnpkg', 'bunx', 'corepack', 'node-gyp', 'tsc', 'tsx', 'ts-node', 'eslint',
  'prettier', 'vitest', 'jest', 'vite', 'webpack', 'playwright', 'firebase', 'vercel', 'wrangler', 'netlify',
  'supabase', 'expo', 'ng', 'nx', 'turbo', 'prisma', 'code', 'cursor', 'gcloud', 'gsutil', 'bq', 'az', 'mvn', 'gradle',
  'flutter', 'dart',
  'sf', 'sfdx', 'cdk', 'serverless', 'claude', 'gemini', 'codex',
])

/** Whether a command does without a shell what it did with one, on every platform, and no longer parses values. */
export function isRunnableWithoutShell(words: readonly Word[]): boolean {
  const program = words[0] && constantOf(words[0])
  if (program === undefined || program === '') return false
  const name = baseName(program)
  if (BUILT_IN.has(name) || COMMAND_FILES.has(name) || /\.(?:cmd|bat|ps1)$/i.test(program)) return false
  if (words.some((word) => SHELLS.has(baseName(constantOf(word) ?? '')))) return false
  return !words.some((word, index) => isCode(words, word, index))
}

function isCode(words: readonly Word[], word: Word, index: number): boolean {
  if (constantOf(word) !== undefined) return false
  const isInterpreted = words.some((candidate) => INTERPRETERS.test(baseName(constantOf(candidate) ?? '')))
  return isInterpreted && words.slice(0, index + 1).some((before) => CODE_OPTION.test(startOf(before)))
}

function startOf(word: Word): string {
  const [first] = word.kind === 'word' ? word.pieces : []
  return first?.kind === 'text' ? first.text.replace(/=.*$/s, '') : ''
}

function constantOf(word: Word): string | undefined {
  if (word.kind === 'list') return undefined
  const texts = word.pieces.map((piece) => (piece.kind === 'text' ? piece.text : undefined))
  return texts.includes(undefined) ? undefined : texts.join('')
}

function baseName(program: string): string {
  return (program.split(/[\\/]/).at(-1) ?? program).replace(/\.exe$/i, '')
}
