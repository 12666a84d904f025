import { execFileSync, execSync } from 'node:child_process'

export function count(file: string) {
  const words = execSync(`wc -w ${file}`).toString() // expect: no-command-injection
  return { content: [{ type: 'text' as const, text: words }] }
}

/** No tool calls it. */
export function countLines(file: string) {
  return execFileSync('wc', ['-l', '--', file]).toString() // safe: nothing leads here from a tool
}
