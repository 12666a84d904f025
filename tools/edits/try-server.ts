import process from 'node:process'
import type { ServerOutcome } from './edit-tables.ts'
import { createLinter, lintSources } from './linter.ts'
import { nameServer, placeServer } from './place-server.ts'
import type { ServerSource } from './place-server.ts'
import { restoreSources, tryFixes } from './try-fixes.ts'
import { trySuggestions } from './try-suggestions.ts'
import { openTypeCheck } from './type-check.ts'

/** What a server's process is told to try. */
export interface Trial {
  readonly source: ServerSource
  /** Fixes only. */
  readonly fixes: boolean
  /** Each suggestion by itself. */
  readonly singly: boolean
}

process.once('message', (trial: Trial) => {
  void tryServer(trial).then((outcome) => { process.send?.(outcome, () => { process.disconnect() }) })
})

async function tryServer({ source, fixes: isFixesOnly, singly }: Trial): Promise<ServerOutcome> {
  const name = nameServer(source)
  try {
    const folder = await placeServer(source)
    await restoreSources(folder)
    const found = await lintSources(createLinter(folder))
    const types = openTypeCheck(folder)
    const fixes = await tryFixes(folder, source, found, types)
    const suggestions = isFixesOnly ? [] : await trySuggestions(folder, found, types, singly)
    const typeErrors = types?.errors(new Map()).length
    return { name, suggestions, fixes, files: found.length, ...(typeErrors !== undefined && { typeErrors }) }
  } catch (error) {
    return { name, suggestions: [], files: 0, failure: error instanceof Error ? error.message : String(error) }
  }
}
