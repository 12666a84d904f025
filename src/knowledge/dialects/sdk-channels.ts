import type { ChannelUse } from '../../engine/confidential-rows.ts'
import type { CallRow, CallView, Library } from '../../engine/rows.ts'
import { askedSecrets } from './asked-secrets.ts'

const TRANSPORTS = 'StdioServerTransport,SSEServerTransport,StreamableHTTPServerTransport,WebStandardStreamableHTTPServerTransport'
const CONTEXT = 'Member[RequestHandlerExtra].Instance'
const TOKEN = /(?:^|\.)(?:authInfo|AuthInfo\.new)\.token$/u
const SERVERS = ['Member[Server].Instance', 'Member[McpServer].Instance', 'Member[McpServer].Instance.Member[server]'] as const

/** What reaches the client beside results: JSON-RPC errors and log messages; and where requests come in over HTTP. */
export const channels: readonly CallRow[] = [
  {
    path: 'Member[McpError,ProtocolError,UrlElicitationRequiredError].Instance',
    returns: (call) => call.derived('instance', [call.arg(1), call.arg(2)]),
    channels: (call) => [1, 2].map((argument) => ({ channel: 'error-text', value: call.arg(argument), argument })),
  },
  ...SERVERS.map((server): CallRow => ({
    path: `${server}.Member[sendLoggingMessage,notification,createMessage,elicitInput]`, channels: notified,
  })),
  ...SERVERS.map((server): CallRow => ({ path: `${server}.Member[elicitInput]`, asks: (call) => askedSecrets(call, call.arg(0)) })),
  ...SERVERS.map((server): CallRow => ({
    path: `${server}.Member[request]`,
    asks: (call) => (call.constant(call.property(call.arg(0), 'method'))?.value === 'elicitation/create'
      ? askedSecrets(call, call.property(call.arg(0), 'params')) : []),
  })),
  { path: `${CONTEXT}.Member[sendNotification]`, channels: notified },
  // `ctx.mcpReq.log(level, data)` of SDK 2.x.
  { path: `${CONTEXT}.Member[log]`, channels: (call) => [{ channel: 'notification', value: call.arg(1), argument: 1 }] },
  { path: `Member[${TRANSPORTS}].Instance.Member[send]`, channels: (call) => [{ channel: 'response', value: call.arg(0), argument: 0 }] },
  { path: 'Member[StreamableHTTPServerTransport,NodeStreamableHTTPServerTransport].Instance.Member[handleRequest]', isEntry: true },
  { path: 'Member[SSEServerTransport].Instance.Member[handlePostMessage]', isEntry: true },
]

/** What the SDK keeps of whoever calls: https://modelcontextprotocol.io/specification/2025-11-25/basic/authorization */
export const verifiedIdentity: Library = {
  modules: ['@modelcontextprotocol/sdk', '@modelcontextprotocol/sdk/server/auth/types.js'],
  holds: (path) => (TOKEN.test(path) ? { kind: 'credential', name: 'the token of the caller' } : undefined),
}

function notified(call: CallView): readonly ChannelUse[] {
  return [{ channel: 'notification', value: call.arg(0), argument: 0 }]
}
