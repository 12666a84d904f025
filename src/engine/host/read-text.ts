import { lstatSync, readFileSync } from 'node:fs'

/** Manifests and configurations are far shorter; anything longer is not one. */
const MAX_BYTES = 1_000_000

/** The text of a manifest or a configuration; `undefined` for what is missing, a link, a device, too long or unreadable. */
export function readText(path: string): string | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    return stats?.isFile() && stats.size <= MAX_BYTES ? readFileSync(path, 'utf8').replace(/^\uFEFF/u, '') : undefined
  } catch {
    return undefined
  }
}
