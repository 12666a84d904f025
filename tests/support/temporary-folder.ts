import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder of its own, somewhere outside of any repository, and what tests do with it. */
export class TemporaryFolder {
  readonly root = realpathSync(mkdtempSync(path.join(tmpdir(), 'secure-mcp-'))).replaceAll('\\', '/')

  at(file: string): string {
    return `${this.root}/${file}`
  }

  write(file: string, text: string): void {
    mkdirSync(path.dirname(this.at(file)), { recursive: true })
    writeFileSync(this.at(file), text)
  }

  read(file: string): string {
    return readFileSync(this.at(file), 'utf8')
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true })
  }
}
