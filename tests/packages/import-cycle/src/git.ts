import { execSync } from 'node:child_process'
import { text } from './tools.js'

export function git(command: string): string {
  return execSync(`git ${command}`).toString() // expect: no-command-injection
}

export const version = () => text(execSync('git --version').toString()) // safe: a constant
