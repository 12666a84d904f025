import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js'
import open from 'open'
import { exec } from 'node:child_process'

export class BrowserProvider implements OAuthClientProvider { // registers: client-request redirectToAuthorization
  private token: unknown

  saveTokens(tokens: unknown): void {
    this.token = tokens
  }

  async redirectToAuthorization(authorizationUrl: URL): Promise<void> {
    await open(authorizationUrl.toString()) // expect: no-unsafe-url-open
  }
}

export class ShellProvider implements OAuthClientProvider { // registers: client-request redirectToAuthorization
  private token: unknown

  saveTokens(tokens: unknown): void {
    this.token = tokens
  }

  redirectToAuthorization(authorizationUrl: URL): void {
    exec(`xdg-open "${authorizationUrl.href}"`) // expect: no-command-injection
  }
}

export class CheckingProvider implements OAuthClientProvider { // registers: client-request redirectToAuthorization
  private token: unknown

  saveTokens(tokens: unknown): void {
    this.token = tokens
  }

  async redirectToAuthorization(authorizationUrl: URL): Promise<void> {
    if (authorizationUrl.protocol !== 'https:') throw new Error('not a web page')
    await open(authorizationUrl.href) // safe: a web page
  }
}

export const connect = (address: URL) => new StreamableHTTPClientTransport(address, { // registers: client-request redirectToAuthorization
  authProvider: { redirectToAuthorization: async (url: URL) => { await open(url.href) } }, // expect: no-unsafe-url-open
})
