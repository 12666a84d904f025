import { execFileSync, execSync } from 'node:child_process'

export type Result = { content: { type: 'text', text: string }[] }

export function git(args: string): Result {
  return { content: [{ type: 'text', text: execSync(`git ${args}`).toString() }] } // expect: no-command-injection
}

export function gitSafely(...args: string[]): Result {
  return { content: [{ type: 'text', text: execFileSync('git', ['show', '--end-of-options', ...args]).toString() }] } // safe: no shell
}

export function withErrors<Args>(handler: (args: Args) => Result): (args: Args) => Promise<Result> {
  return async (args) => {
    try {
      return handler(args)
    } catch {
      return { content: [{ type: 'text', text: 'failed' }] }
    }
  }
}
