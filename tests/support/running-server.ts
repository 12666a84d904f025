import { createRequire } from 'node:module'
import type { Stream } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { vi } from 'vitest'
import type { ServerPackage } from './server-package.ts'
import type { TemporaryFolder } from './temporary-folder.ts'

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
/** Milliseconds for the start and for each call: long enough for a machine that has much else to do. */
const PATIENCE = 60_000

/** A server in a process of its own, and the client of the SDK that speaks with it over stdio. */
export class RunningServer {
  readonly folder: TemporaryFolder
  readonly #client: Client
  #log = ''

  private constructor(folder: TemporaryFolder, client: Client, log: Stream | null) {
    this.folder = folder
    this.#client = client
    log?.on('data', (chunk) => { this.#log += String(chunk) })
  }

  static async start({ folder }: ServerPackage, environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
    const client = new Client({ name: 'tests', version: '1.0.0' })
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: ['--import', TSX, 'server.ts'],
      cwd: folder.root,
      env: { ...getDefaultEnvironment(), ...environment },
      stderr: 'pipe',
    })
    const server = new RunningServer(folder, client, transport.stderr)
    await client.connect(transport, { timeout: PATIENCE })
    return server
  }

  /** The text of the answer, be it a result or an error of the tool. Fails where the server does not answer. */
  async call(tool: string, given: Record<string, unknown>): Promise<string> {
    const { content } = await this.#client.callTool({ name: tool, arguments: given }, undefined, { timeout: PATIENCE })
    return (content as { text?: string }[]).map(({ text }) => text ?? '').join('\n')
  }

  /** The first line on standard error with this in it, once it is there. */
  async logged(part: string): Promise<string> {
    return vi.waitUntil(() => this.#log.split('\n').slice(0, -1).find((line) => line.includes(part)), { timeout: PATIENCE })
  }

  async close(): Promise<void> {
    await this.#client.close()
  }
}
