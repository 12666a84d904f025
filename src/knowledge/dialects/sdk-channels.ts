import type { CallRow } from '../../engine/rows.ts'

const SERVERS = ['Member[Server].Instance', 'Member[McpServer].Instance', 'Member[McpServer].Instance.Member[server]'] as const

/** What reaches the client beside results: JSON-RPC errors and log messages; and where requests come in over HTTP. */
export const channels: readonly CallRow[] = [
  {
    path: 'Member[McpError,ProtocolError,UrlElicitationRequiredError].Instance',
    returns: (call) => call.derived('instance', [call.arg(1), call.arg(2)]),
    channels: (call) => [1, 2].map((argument) => ({ channel: 'error-text', value: call.arg(argument), argument })),
  },
  ...SERVERS.map((server): CallRow => ({
    path: `${server}.Member[sendLoggingMessage]`, channels: (call) => [{ channel: 'notification', value: call.arg(0), argument: 0 }],
  })),
  { path: 'Member[StreamableHTTPServerTransport,NodeStreamableHTTPServerTransport].Instance.Member[handleRequest]', isEntry: true },
  { path: 'Member[SSEServerTransport].Instance.Member[handlePostMessage]', isEntry: true },
]
