const JWT = /^eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]*$/

/** The claims of a JSON Web Token (RFC 7519), or `undefined` where the text is none. The signature is not looked at. */
export function resolveJwtClaims(text: string): Readonly<Record<string, unknown>> | undefined {
  const payload = JWT.exec(text)?.[1]
  if (payload === undefined) return undefined
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined
  } catch {
    return undefined
  }
}

/**
 * Whether a token is a Supabase key that passes by row-level security. The keys of the local stack, which
 * `supabase start` prints on every machine alike, name `supabase-demo` as their issuer.
 */
export function isServiceRoleJwt(token: string): boolean {
  const claims = resolveJwtClaims(token)
  return claims?.['role'] === 'service_role' && claims['iss'] !== 'supabase-demo'
}

/** Whether a token is one that its service publishes: Supabase's anonymous and local keys, or the sample of jwt.io. */
export function isPublicJwt(token: string): boolean {
  const claims = resolveJwtClaims(token)
  if (claims === undefined) return false
  return claims['role'] === 'anon' || claims['iss'] === 'supabase-demo' || claims['name'] === 'John Doe'
}
