import type { Library } from '../../../engine/rows.ts'

/** open 10 and what has its interface; Electron's shell: https://www.electronjs.org/docs/latest/tutorial/security */
export const open: Library = {
  modules: ['open', 'opn', 'opener', 'better-opn', 'openurl', 'default-browser', 'electron'],
  sinks: [
    { path: 'Argument[0]', kind: 'opened-url', example: "import open from 'open'; await open(INPUT)" },
    { path: 'Member[open].Argument[0]', kind: 'opened-url', example: "import { open } from 'openurl'; open(INPUT)" },
    {
      path: 'Member[shell].Member[openExternal].Argument[0]', kind: 'opened-url',
      example: "import { shell } from 'electron'; shell.openExternal(INPUT)",
    },
  ],
}
