import bunyan from 'bunyan'
import { consola } from 'consola'
import log from 'loglevel'
import signale from 'signale'
import { Logger } from 'tslog'

export const records = bunyan.createLogger({ name: 'notes' }) // expect: no-stdout-logging
export const kept = bunyan.createLogger({ name: 'notes', streams: [{ path: 'notes.log' }] }) // safe: a file
export const sent = bunyan.createLogger({ name: 'notes', stream: process.stderr }) // safe: standard error
export const pretty = new Logger({ name: 'notes' }) // expect: no-stdout-logging
export const plain = new Logger() // expect: no-stdout-logging
export const hidden = new Logger({ type: 'hidden' }) // safe: nothing is printed
export const handed = new Logger({ overwrite: { transportJSON: (line: unknown) => records.info(line) } }) // safe: handed on

export function tell(): void {
  signale.success('told') // expect: no-stdout-logging
  signale.error('told') // expect: no-stdout-logging
  log.info('told') // expect: no-stdout-logging
  log.warn('slow') // safe: standard error
  log.error('slow') // safe: standard error
  consola.box('told') // expect: no-stdout-logging
  consola.warn('slow') // safe: standard error
  consola.error('slow') // safe: standard error
}
