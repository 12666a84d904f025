import winston from 'winston'

const logger = winston.createLogger({ level: 'info' })

export function noteCall(name: string): void {
  logger.info('call', { name })
}

export function answerError(error: unknown, errorId: string) {
  logger.error('failed', { errorId, error })
  return { content: [{ type: 'text' as const, text: `Internal error ${errorId}` }], isError: true }
}
