import type { CallRow, CallView, EffectRow, Library, SinkUse } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

const NODE_REDIS = "import { createClient } from 'redis'; const db = createClient();"
const IOREDIS = "import { Redis } from 'ioredis'; const db = new Redis();"
/** What has the commands, with code that makes one; `callBuffer` is of ioredis, `sendCommand` of node-redis. */
const CLIENTS: Readonly<Record<string, string>> = {
  'Member[createClient,createCluster,createSentinel].ReturnValue': NODE_REDIS,
  'Member[RedisClientType,RedisClient].Instance': "import type { RedisClientType } from 'redis'; declare const db: RedisClientType;",
  'Instance': "import Redis from 'ioredis'; const db = new Redis();",
  'Member[Redis,Cluster].Instance': IOREDIS,
}
/** Commands that run or keep a script, and the index of its text behind the command. */
const SCRIPTS: ReadonlyMap<string, number> = new Map([['EVAL', 0], ['EVAL_RO', 0], ['SCRIPT', 1], ['FUNCTION', 1]])
const RAW = 'sendCommand,callBuffer,call'

/**
 * redis 6 and ioredis 6. Scripts are Lua that the server runs, https://redis.io/docs/latest/commands/eval; a command that the client
 * names is its own statement, and the values of any other are sent apart from it.
 */
export const redis: Library = {
  modules: ['redis', '@redis/client', 'ioredis', 'iovalkey'],
  flows: Object.keys(CLIENTS).map((path) => ({ path: `${path}.Member[connect,on,once,duplicate]`, returns: 'receiver' })),
  effects: Object.keys(CLIENTS).flatMap((path): EffectRow[] => [
    { path: `${path}.Member[${RAW}]`, capability: 'database' },
    { path: `${path}.Member[get,mget,mGet,hget,hGet,hgetall,hGetAll,keys,scan,exists,ttl,lrange,lRange,smembers]`, capability: 'database' },
    {
      path: `${path}.Member[set,mset,mSet,setex,setEx,hset,hSet,lpush,lPush,rpush,rPush,sadd,sAdd,zadd,zAdd,incr,rename,publish]`,
      capability: 'database', change: 'writes',
    },
    { path: `${path}.Member[del,unlink,flushall,flushAll,flushdb,flushDb]`, capability: 'database', change: 'deletes' },
  ]),
  calls: Object.entries(CLIENTS).flatMap(([path, setUp]): CallRow[] => [
    {
      path: `${path}.Member[eval,evalRo,eval_ro,scriptLoad,functionLoad]`,
      sinks: (call) => [{ kind: 'code', value: call.arg(0), argument: 0 }],
      examples: [
        { code: `${setUp} await db.eval(\`return redis.call('GET', '\${INPUT}')\`, 0)`, kind: 'code' },
        { code: `${setUp} await db.eval('return redis.call("GET", KEYS[1])', 1, INPUT)`, kind: 'none' },
      ],
    },
    {
      path: `${path}.Member[${RAW}]`,
      sinks: commandUses,
      examples: [
        { code: `${setUp} await db.sendCommand(INPUT)`, kind: 'raw-query' },
        { code: `${setUp} await db.sendCommand(...INPUT.split(' '))`, kind: 'raw-query' },
        { code: `${setUp} await db.sendCommand([INPUT, 'a'])`, kind: 'raw-query' },
        { code: `${setUp} await db.sendCommand(INPUT.split(' '))`, kind: 'raw-query' },
        { code: `${setUp} await db.sendCommand('EVAL', \`return '\${INPUT}'\`, '0')`, kind: 'code' },
        { code: `${setUp} await db.sendCommand(['SCRIPT', 'LOAD', INPUT])`, kind: 'code' },
        { code: `${setUp} await db.sendCommand('GET', INPUT)`, kind: 'none' },
        { code: `${setUp} await db.sendCommand(['JSON.SET', INPUT, '$', INPUT])`, kind: 'none' },
      ],
    },
    {
      path: `${path}.Member[defineCommand]`,
      sinks: (call) => [{ kind: 'code', value: call.property(call.arg(1), 'lua'), argument: 1 }],
      examples: [{ code: `${setUp} db.defineCommand('a', { numberOfKeys: 1, lua: \`return '\${INPUT}'\` })`, kind: 'code' }],
    },
  ]),
}

/** The command and its arguments, given one by one, as a list, or as a name and a list. */
function commandUses(call: CallView): SinkUse[] {
  const first = call.arg(0)
  const isList = first.op === 'object'
  const name = isList ? call.elements(first)?.[0] ?? call.element(first) : first
  if (call.comesFromSource(name) && call.isTainted(name, 'raw-query')) return [{ kind: 'raw-query', value: name, argument: 0 }]
  const at = SCRIPTS.get(String(call.constant(name)?.value ?? '').toUpperCase())
  if (at === undefined) return []
  const second = call.arg(1)
  const list: readonly Value[] = isList ? call.elements(first)?.slice(1) ?? [] : call.elements(second) ?? call.args.slice(1)
  const script = list[at]
  return script ? [{ kind: 'code', value: script, argument: isList ? 0 : call.elements(second) ? 1 : at + 1 }] : []
}
