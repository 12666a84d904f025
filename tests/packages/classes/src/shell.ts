import { execFileSync, execSync } from 'node:child_process'

export interface Runner {
  run(command: string): string
}

export class Shell implements Runner {
  constructor(private readonly cwd: string) {}

  run(command: string): string {
    return execSync(command, { cwd: this.cwd }).toString() // expect: no-command-injection
  }

  runProgram(program: string, args: string[]): string {
    return execFileSync(program, args, { cwd: this.cwd }).toString() // safe: an argument list
  }
}
