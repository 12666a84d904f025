import type { ClassRow } from '../../engine/declaring-rows.ts'
import type { CallView, RegistrarRow, RegistrationDraft } from '../../engine/rows.ts'
import type { Value } from '../../engine/flow/values.ts'

const OPENS = 'redirectToAuthorization'

/**
 * `OAuthClientProvider` of `client/auth.js` (1.9 to 1.32): `redirectToAuthorization` is given the authorization endpoint that the
 * server named in its metadata. mcp-remote before 0.1.16 handed it to a shell (CVE-2025-6514).
 */
export const authProviders: readonly ClassRow[] = [
  { methods: [OPENS, 'saveTokens'], read: (instance, view) => readProvider(instance, view) },
]

export const authProviderRegistrars: readonly RegistrarRow[] = [
  {
    path: 'Member[StreamableHTTPClientTransport,SSEClientTransport].Instance',
    read: (call) => readProvider(call.property(call.arg(1), 'authProvider'), call),
  },
  { path: 'Member[auth]', read: (call) => readProvider(call.arg(0), call) },
]

function readProvider(provider: Value, view: CallView): RegistrationDraft | undefined {
  const handler = view.property(provider, OPENS)
  if (!view.isFunction(handler)) return undefined
  return {
    kind: 'client-request', name: view.constantOf(OPENS), schemaState: 'none',
    handlers: [{ handler, parameters: [{ address: { source: 'server-result', name: 'authorizationUrl' } }] }],
  }
}
