import type { Library } from '../../../engine/rows.ts'
import { resolveSecret } from '../../secrets/resolve-secret.ts'
import type { Secret } from '../../secrets/resolve-secret.ts'

/** The longest texts that are looked at; credentials that are written down stand in short ones. */
const MAX_TEXT = 2000

/** Texts of the source that are credentials by their form. */
export const writtenCredentials: Library = {
  modules: ['constant'],
  holds: (text) => {
    const secret = text.length > MAX_TEXT ? undefined : resolveSecret({ text, names: [], inTest: false })
    return secret && { kind: 'secret', name: nameOf(secret) }
  },
}

function nameOf({ kind, subject }: Secret): string {
  if (kind === 'privateKey') return 'a private key'
  return kind === 'connection' ? `the password of a ${subject} address` : subject
}
