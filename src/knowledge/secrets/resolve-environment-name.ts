const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g

/** Names that say what kind of thing they hold, yet not whose. */
const GENERIC = new Map([
  ['AUTHORIZATION', 'API_TOKEN'],
  ['PROXY_AUTHORIZATION', 'PROXY_TOKEN'],
])

/** The environment variable that a secret of this name is read from: `apiKey` gives API_KEY, `X-Api-Key` as well. */
export function resolveEnvironmentName(name: string): string | undefined {
  const words = name.replace(/^x-/i, '').match(WORD) ?? []
  const joined = words.map((word) => word.toUpperCase()).join('_')
  if (!/^[A-Z]/.test(joined)) return undefined
  return GENERIC.get(joined) ?? joined
}
