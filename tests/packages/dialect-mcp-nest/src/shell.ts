import { execSync } from 'node:child_process'
import { Injectable } from '@nestjs/common'

@Injectable()
export class Shell {
  run(command: string): string {
    return execSync(command).toString() // expect: no-command-injection
  }
}
