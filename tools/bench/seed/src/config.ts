import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'

export const LOG_LEVELS = ['error', 'warning', 'info', 'debug'] as const

export interface Config {
  /** Absolute; no tool leaves it. */
  readonly folder: string
  readonly database: string
  readonly readOnly: boolean
  readonly logLevel: (typeof LOG_LEVELS)[number]
  readonly limits: Limits
}

export interface Limits {
  readonly maxRows: number
  readonly maxBytes: number
  readonly timeout: number
}

const environment = z.object({
  WORKBENCH_FOLDER: z.string().min(1).optional(),
  WORKBENCH_DATABASE: z.string().min(1).optional(),
  WORKBENCH_LOG: z.enum(LOG_LEVELS).default('info'),
  WORKBENCH_MAX_ROWS: z.coerce.number().int().positive().max(10_000).default(500),
  WORKBENCH_MAX_BYTES: z.coerce.number().int().positive().default(1_000_000),
  WORKBENCH_TIMEOUT: z.coerce.number().int().positive().default(15_000),
})

export class ConfigError extends Error {
  readonly keys: readonly string[]

  constructor(keys: readonly string[]) {
    super(`These settings cannot be read: ${keys.join(', ')}`)
    this.name = 'ConfigError'
    this.keys = keys
  }
}

export function readConfig(
  variables: Record<string, string | undefined>,
  flags: { folder?: string; database?: string; readOnly: boolean },
): Config {
  const parsed = environment.safeParse(variables)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.path.join('.')))
  const { data } = parsed
  const folder = path.resolve(flags.folder ?? data.WORKBENCH_FOLDER ?? path.join(os.homedir(), 'workbench'))
  return {
    folder,
    database: path.resolve(flags.database ?? data.WORKBENCH_DATABASE ?? path.join(folder, 'workbench.sqlite')),
    readOnly: flags.readOnly,
    logLevel: data.WORKBENCH_LOG,
    limits: { maxRows: data.WORKBENCH_MAX_ROWS, maxBytes: data.WORKBENCH_MAX_BYTES, timeout: data.WORKBENCH_TIMEOUT },
  }
}

export function describeConfig(config: Config): string {
  const parts = [`folder ${config.folder}`, `at most ${config.limits.maxRows} rows`]
  if (config.readOnly) parts.push('read-only')
  if (config.logLevel === 'debug') parts.push(`timeout ${config.limits.timeout} ms`)
  return parts.join(', ')
}
