import { execFileSync } from 'node:child_process'
import type { TemporaryFolder } from './temporary-folder.ts'

const AUTHOR = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false']

/** Makes a repository with two commits, `first` and `second`, in the branch `main`, and a clone of it as its origin. */
export function makeRepository(folder: TemporaryFolder, name: string, origin: string): void {
  const git = (...args: string[]): void => {
    execFileSync('git', [...AUTHOR, ...args], { cwd: folder.at(name), stdio: 'ignore' })
  }
  for (const [subject, text] of [['first', 'milk\n'], ['second', 'milk\nsoap\n']] as const) {
    folder.write(`${name}/list.txt`, text)
    if (subject === 'first') {
      git('init', '--quiet')
      git('symbolic-ref', 'HEAD', 'refs/heads/main')
    }
    git('add', 'list.txt')
    git('commit', '--quiet', '--message', subject)
  }
  git('clone', '--quiet', '--bare', '.', folder.at(origin))
  git('remote', 'add', 'origin', folder.at(origin))
}
