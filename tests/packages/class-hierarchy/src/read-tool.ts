import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { Tool } from './tool.js'

export class ReadTool extends Tool {
  readonly name = 'read'
  readonly shape = { name: z.string() }

  protected override prepare(args: Record<string, string>): Record<string, string> {
    return { ...args, name: path.basename(args['name'] ?? '') }
  }

  protected async run({ name }: { name: string }): Promise<string> {
    if (name === '..') throw new Error('invalid')
    return readFile(path.join('notes', name), 'utf8') // safe: prepare left a base name
  }
}
