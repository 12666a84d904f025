import type { Library } from '../../../engine/rows.ts'

/**
 * Middlewares that write a line for each request with its status: https://expressjs.com/en/resources/middleware/morgan.html,
 * https://github.com/pinojs/pino-http, https://hono.dev/docs/middleware/builtin/logger
 */
export const requestLoggers: Library = {
  modules: [
    'morgan', 'pino-http', 'express-pino-logger', 'express-winston', 'express-bunyan-logger', 'hono-pino', 'hono/logger', 'koa-logger',
    'koa-morgan', 'koa-pino-logger', 'nestjs-pino', 'fastify-plugin-request-logger',
  ],
  logsRequests: true,
}
