import { execFileSync, execSync } from 'node:child_process'

export class SearchService {
  find(word: string): string {
    return execSync(`grep -r ${word} notes`).toString() // expect: no-command-injection
  }

  count(word: string): string {
    return execFileSync('grep', ['-rc', '--', word, 'notes']).toString() // safe: an argument list
  }
}
