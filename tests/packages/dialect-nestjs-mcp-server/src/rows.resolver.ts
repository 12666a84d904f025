import { readFileSync } from 'node:fs'
import { Prompt, Resolver, Resource, Tool } from '@nestjs-mcp/server'
import type { RequestHandlerExtra } from '@nestjs-mcp/server'
import { Pool } from 'pg'
import { z } from 'zod'

@Resolver('rows')
export class RowsResolver {
  constructor(private readonly pool: Pool) {}

  @Tool({ name: 'list_rows', description: 'Lists rows', paramsSchema: { table: z.string(), limit: z.number() } }) // registers: tool list_rows
  async list({ table, limit }: { table: string; limit: number }, extra: RequestHandlerExtra) {
    await this.pool.query('select * from audit where session = $1 limit $2', [extra.sessionId, limit]) // safe: parameters of the query
    return this.pool.query(`select * from ${table}`) // expect: no-string-built-query
  }

  @Tool({ name: 'health', description: 'Tells whether it runs' }) // registers: tool health
  health() {
    return this.pool.query('select 1')
  }

  @Prompt({ name: 'explain', argsSchema: { file: z.string() } }) // registers: prompt explain
  explain({ file }: { file: string }) {
    return readFileSync(`/srv/${file}`, 'utf8') // expect: no-path-traversal
  }

  @Resource({ name: 'schema', uri: 'rows://schema' }) // registers: resource schema
  schema(uri: URL) {
    return readFileSync(`/srv/${uri.host}.sql`, 'utf8') // safe: the URI that was registered
  }

  @Resource({ name: 'dump', template: 'rows://dumps/{+file}' }) // registers: resource-template dump
  dump(uri: URL, { file }: { file: string }) {
    return readFileSync(`/srv/dumps/${file}`, 'utf8') // expect: no-path-traversal
  }
}
