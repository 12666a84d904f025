import { z } from 'zod'

export function register(server: any, run: (command: string) => string, list: () => string) {
  server.tool('log', { ref: z.string() }, async ({ ref }: { ref: string }) => run(`git log ${ref}`))
  server.tool('list', {}, async () => list())
}
