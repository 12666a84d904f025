import type { Library } from '../../../engine/rows.ts'
import { isCredentialName } from '../../secrets/credential-name.ts'
import { heldInHeaders } from '../../secrets/held-in-headers.ts'
import { isSecretVariable } from '../../secrets/secret-variable.ts'

const HEADER = /(?:^|\.)(?<path>headers\.[\w-]+)$/u
/** Workers are given their environment as an argument: https://developers.cloudflare.com/workers/configuration/secrets/ */
const BINDING = /(?:^|[.#:\d])(?:env\.|#\d+\.)(?<name>[A-Z][A-Z\d]*(?:_[A-Z\d]+)+)$/u

/** What an object of which nothing else is known holds under a name: `tokens.access_token`, `req.headers.authorization`. */
export const credentialFields: Library = {
  modules: ['member'],
  holds: (path) => {
    const header = HEADER.exec(path)?.groups?.['path']
    if (header !== undefined) return heldInHeaders(header)
    const variable = BINDING.exec(path)?.groups?.['name']
    if (variable !== undefined) return isSecretVariable(variable) ? { kind: 'secret', name: `env.${variable}` } : undefined
    const name = path.slice(path.lastIndexOf('.') + 1)
    return isCredentialName(name) ? { kind: 'credential', name } : undefined
  },
}
