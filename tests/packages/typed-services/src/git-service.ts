import { execFileSync, execSync } from 'node:child_process'

export class GitService {
  log(ref: string): string {
    return execSync(`git log ${ref}`).toString() // expect: no-command-injection
  }

  show(id: string): string {
    return execFileSync('git', ['show', '--', id]).toString() // safe: an argument list
  }
}
