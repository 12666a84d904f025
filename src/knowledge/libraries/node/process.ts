import type { Library } from '../../../engine/rows.ts'

/** https://nodejs.org/api/process.html, imported; the global is among the platform's globals. */
export const process: Library = {
  modules: ['process'],
  flows: [
    { path: 'Member[exit,abort]', returns: 'never' },
    { path: 'Member[cwd]', returns: 'clean' },
  ],
}
