import type { Library } from '../../../engine/rows.ts'

/**
 * Telemetry around a server gives the server:
 * https://docs.sentry.io/platforms/javascript/guides/node/tracing/instrumentation/mcp-module/
 */
export const sentry: Library = {
  modules: [
    '@sentry/node', '@sentry/core', '@sentry/cloudflare', '@sentry/bun', '@sentry/deno', '@sentry/nextjs', '@sentry/nestjs',
    '@sentry/aws-serverless', '@sentry/google-cloud-serverless', '@sentry/remix', '@sentry/sveltekit', '@sentry/astro',
  ],
  flows: [{ path: 'Member[wrapMcpServerWithSentry]', returns: 'Argument[0]' }],
}
