import type { Shell } from './shell.js'

abstract class Service {
  protected abstract readonly program: string

  protected command(...words: string[]): string {
    return [this.program, ...words].join(' ')
  }
}

export class GitService extends Service {
  protected readonly program = 'git'

  constructor(private readonly shell: Shell) {
    super()
  }

  log(ref: string): string {
    return this.shell.run(this.command('log', ref))
  }

  show(id: string): string {
    return this.shell.runProgram(this.program, ['show', '--', id])
  }
}
