import { WorkerEntrypoint } from 'cloudflare:workers'
import { execFileSync, execSync } from 'node:child_process'
import { ProxyToSelf } from 'workers-mcp'

export default class NotesWorker extends WorkerEntrypoint<Env> {
  /**
   * Searches the notes.
   * @param words What to look for
   * @return The lines
   */
  search(words: string) { // registers: tool search
    execFileSync('grep', ['--', words]) // safe: an argument list
    return this.run(`grep ${words} notes.txt`)
  }

  private run(command: string) {
    return execSync(command).toString() // expect: no-command-injection
  }

  async fetch(request: Request): Promise<Response> {
    return new ProxyToSelf(this).fetch(request)
  }
}
