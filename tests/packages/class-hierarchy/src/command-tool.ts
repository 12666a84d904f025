import { execFileSync, execSync } from 'node:child_process'
import { Tool } from './tool.js'

export abstract class CommandTool extends Tool {
  protected get program(): string {
    return 'git'
  }

  protected line(words: string): string {
    return execSync(`${this.program} ${words}`).toString() // expect: no-command-injection
  }

  protected list(...words: string[]): string {
    return execFileSync(this.program, words).toString() // safe: an argument list
  }
}
