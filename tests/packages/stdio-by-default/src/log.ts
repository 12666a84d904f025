import pino from 'pino'
import winston from 'winston'

export const log = pino({ level: 'info' }) // expect: no-stdout-logging
export const quiet = pino({ level: 'info' }, pino.destination(2)) // safe: standard error
export const old = winston.createLogger({
  transports: [
    new winston.transports.Console(), // expect: no-stdout-logging
    new winston.transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] }),
  ],
})
