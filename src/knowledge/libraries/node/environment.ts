import type { Library } from '../../../engine/rows.ts'
import { isSecretVariable } from '../../secrets/secret-variable.ts'

const VARIABLE = /^(?:process\.)?env\.(?<name>\w+)$/u
const WHOLE = /^(?:process\.)?env$/u

/** https://nodejs.org/api/process.html#processenv, as a global and imported, and what Bun and Deno have in its place. */
export const environment: Library = {
  modules: ['global', 'process'],
  environment: { holders: ['process.env', 'globalThis.process.env', 'env', 'Bun.env'], readers: ['Deno.env.get'] },
  holds: (path) => {
    if (WHOLE.test(path)) return { kind: 'environment', name: 'process.env' }
    const name = VARIABLE.exec(path)?.groups?.['name']
    return name !== undefined && isSecretVariable(name) ? { kind: 'secret', name: `process.env.${name}` } : undefined
  },
}
