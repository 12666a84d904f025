import { isSecretName } from './secret-name.ts'
import { isSecretValue } from './secret-value.ts'

const MAX_TEXT = 100_000

/** The secret-named key of a JSON text whose value is a credential, or `undefined` where there is none or no JSON. */
export function resolveJsonSecret(text: string): string | undefined {
  if (text.length > MAX_TEXT || !/^\s*[[{]/.test(text)) return undefined
  try {
    return resolveKey(JSON.parse(text), undefined)
  } catch {
    return undefined
  }
}

function resolveKey(value: unknown, key: string | undefined): string | undefined {
  if (typeof value === 'string') {
    return key !== undefined && isSecretName(key) && isSecretValue(value, key) ? key : undefined
  }
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, child] of Object.entries(value)) {
    const found = resolveKey(child, Array.isArray(value) ? key : name)
    if (found !== undefined) return found
  }
  return undefined
}
