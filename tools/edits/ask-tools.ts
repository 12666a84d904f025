import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import type { ServerSource } from './place-server.ts'

const PATIENCE = 60_000

export interface Answer {
  /** The names that it answered to `tools/list`; or why it did not. */
  readonly tools: readonly string[] | string
  /** Lines on stdout that are no messages of the protocol. */
  readonly noise: number
}

const run = promisify(execFile)

/** Builds a server if it is not run from its source. The compiler reports errors that it always had, and writes what it can. */
async function build(folder: string, start: readonly string[]): Promise<void> {
  const compiler = path.join(folder, 'node_modules/typescript/bin/tsc')
  if (start[0]?.endsWith('.ts') === true || !existsSync(compiler)) return
  await run(process.execPath, [compiler], { cwd: folder }).catch(() => undefined)
}

/** Builds a server, starts it over stdio, in a home folder of its own and without credentials, and asks for its tools. */
export async function askTools(folder: string, { start = [], environment = {} }: ServerSource): Promise<Answer> {
  await build(folder, start)
  const home = await mkdtemp(path.join(os.tmpdir(), 'secure-mcp-home-'))
  const place = (text: string): string => text.replace('{home}', home)
  const loader = start[0]?.endsWith('.ts') === true ? ['--import', import.meta.resolve('tsx')] : []
  const transport = new StdioClientTransport({
    command: process.execPath, args: [...loader, ...start.map(place)], cwd: folder, stderr: 'ignore',
    env: {
      PATH: process.env.PATH ?? '', HOME: home,
      ...Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, place(value)])),
    },
  })
  const client = new Client({ name: 'eslint-plugin-secure-mcp', version: '0.0.0' })
  let noise = 0
  client.onerror = () => { noise++ }
  try {
    await client.connect(transport, { timeout: PATIENCE })
    const { tools } = await client.listTools(undefined, { timeout: PATIENCE })
    return { tools: tools.map(({ name }) => name).sort(), noise }
  } catch (error) {
    return { tools: `no answer (${error instanceof Error ? error.message : String(error)})`, noise }
  } finally {
    await client.close()
    await rm(home, { recursive: true, force: true })
  }
}
