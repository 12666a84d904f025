import type { SinkRow, Library } from '../../../engine/rows.ts'

const CLIENTS = {
  'Member[createClient,createCluster].ReturnValue': "import { createClient } from 'redis'; const db = createClient();",
  'Instance': "import Redis from 'ioredis'; const db = new Redis();",
  'Member[Redis,Cluster].Instance': "import { Redis } from 'ioredis'; const db = new Redis();",
}

/** Lua that the server runs: https://redis.io/docs/latest/commands/eval (redis 6, ioredis 6) */
export const redis: Library = {
  modules: ['redis', '@redis/client', 'ioredis'],
  sinks: Object.entries(CLIENTS).map(([path, setUp]): SinkRow => ({
    path: `${path}.Member[eval].Argument[0]`, kind: 'code',
    example: `${setUp} await db.eval(\`return redis.call('GET', '\${INPUT}')\`, 0)`,
  })),
}
