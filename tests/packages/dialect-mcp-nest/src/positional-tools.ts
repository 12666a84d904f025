import { readFileSync } from 'node:fs'
import { Injectable } from '@nestjs/common'
import { Prompt, Resource, ResourceTemplate, Tool } from '@rekog/mcp-nest'
import { z } from 'zod'
import { Shell } from './shell.js'

/** As in version 1: arguments, context, request. */
@Injectable()
export class PositionalTools {
  constructor(private readonly shell: Shell) {}

  @Tool({ name: 'git_log', description: 'Lists commits', parameters: z.object({ ref: z.string(), count: z.number() }) }) // registers: tool git_log
  async log({ ref, count }: { ref: string; count: number }) {
    return [this.shell.run(`git log -n ${count}`), this.shell.run(`git log ${ref}`)]
  }

  @Tool({ description: 'Tells the state' }) // registers: tool status
  async status() {
    return this.shell.run('git status')
  }

  @Prompt({ name: 'review', description: 'Asks for a review', parameters: z.object({ file: z.string() }) }) // registers: prompt review
  review({ file }: { file: string }) {
    return readFileSync(`/srv/${file}`, 'utf8') // expect: no-path-traversal
  }

  @Resource({ uri: 'docs://readme', name: 'readme' }) // registers: resource readme
  readme() {
    return readFileSync('/srv/readme.md', 'utf8') // safe: a fixed file
  }

  @ResourceTemplate({ uriTemplate: 'docs://{name}', name: 'doc' }) // registers: resource-template doc
  document({ name }: { name: string }) {
    return readFileSync(`/srv/${name}.md`, 'utf8') // expect: no-path-traversal
  }
}
