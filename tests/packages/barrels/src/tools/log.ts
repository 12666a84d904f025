import { execSync } from 'node:child_process'

export function log(ref: string) {
  const text = execSync('git log ' + ref, { encoding: 'utf8' }) // expect: no-command-injection
  return { content: [{ type: 'text' as const, text }] }
}

function clean(ref: string) {
  if (!/^[a-z][a-z0-9]*$/.test(ref)) throw new Error('Unknown ref')
  const text = execSync('git log ' + ref, { encoding: 'utf8' }) // safe: the pattern leaves no metacharacter
  return { content: [{ type: 'text' as const, text }] }
}

export { clean as cleanLog }
