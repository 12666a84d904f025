import type { CallRow } from '../../engine/rows.ts'

const SERVERS = ['Member[Server].Instance', 'Member[McpServer].Instance.Member[server]'] as const
const ASKS = 'elicitInput,createMessage,getClientVersion,getClientCapabilities'
const CALLS = 'callTool,readResource,getPrompt,listTools,listResources,listResourceTemplates,listPrompts,getInstructions,getServerVersion'

/**
 * What a server asks of its client: the answers are the client's, its name and version too. Not its roots: they are the
 * folders that its user grants, within which servers are to stay (specification 2025-11-25, Roots).
 */
export const clientAnswers: readonly CallRow[] = SERVERS.map((server): CallRow => ({
  path: `${server}.Member[${ASKS}]`, isEntry: true, returns: (call) => call.source('client-result', call.callee),
}))

/** What a client asks of a server: contents and descriptions are the server's. */
export const serverAnswers: readonly CallRow[] = [
  { path: `Member[Client].Instance.Member[${CALLS}]`, isEntry: true, returns: (call) => call.source('server-result', call.callee) },
]
