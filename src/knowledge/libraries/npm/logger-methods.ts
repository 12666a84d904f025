import type { ChannelUse } from '../../../engine/confidential-rows.ts'
import type { CallView, MethodRow } from '../../../engine/rows.ts'

const LEVELS = ['log', 'info', 'warn', 'warning', 'error', 'debug', 'trace', 'verbose', 'fatal', 'silly', 'http']
const LOGGERS: ReadonlySet<string> = new Set([
  'pino', 'winston', 'bunyan', 'log4js', 'loglevel', 'consola', 'signale', 'tslog', 'debug', 'npmlog', 'roarr', 'electron-log',
  '@logtape/logtape', 'fancy-log', 'winston-daily-rotate-file',
])
const NAME = /(?:^|[._])(?:log|LOG|[lL]ogger|LOGGER|[lL]ogging)\.\w+$|[a-z\d](?:Log|Logger)\.\w+$/u

/** The methods of loggers: of those of libraries, and of what is called one. */
export const loggerMethods: readonly MethodRow[] = [
  { names: LEVELS, on: 'any', channels: logged },
]

function logged(call: CallView): ChannelUse[] {
  const { receiver } = call
  const isLogger = (receiver?.op === 'extern' && LOGGERS.has(receiver.module)) || NAME.test(call.callee)
  return isLogger ? call.args.map((value, argument) => ({ channel: 'log', value, argument })) : []
}
