import type { Library } from '../../../engine/rows.ts'
import { fileChange } from '../node/file-change.ts'
import { fileSystemRows } from '../node/file-system-rows.ts'

const JSON_FORMS = ['readJson', 'readJSON', 'writeJson', 'writeJSON', 'outputJson', 'outputJSON']
const FIRST = [
  'outputFile', ...JSON_FORMS, 'remove', 'emptyDir', 'emptydir', 'ensureDir', 'mkdirs', 'mkdirp', 'ensureFile',
  'createFile',
]
const BOTH = ['copy', 'move', 'ensureLink', 'createLink', 'ensureSymlink', 'createSymlink']

const rows = fileSystemRows('fs-extra')
const withSync = (names: readonly string[]): string => names.flatMap((name) => [name, `${name}Sync`]).join(',')

/** fs-extra 11: the functions of `node:fs`, promised too, and its own. */
export const fsExtra: Library = {
  modules: ['fs-extra', 'fs-extra/esm'],
  sinks: [
    ...rows.sinks,
    {
      path: `Member[${withSync(FIRST)}].Argument[0]`, kind: 'path',
      example: "import fs from 'fs-extra'; fs.outputFile(INPUT, 'text')",
    },
    {
      path: `Member[${withSync(BOTH)}].Argument[0]`, kind: 'path',
      example: "import fs from 'fs-extra'; fs.copy(INPUT, 'b')",
    },
    {
      path: `Member[${withSync(BOTH)}].Argument[1]`, kind: 'path',
      example: "import fs from 'fs-extra'; fs.copy('a', INPUT)",
    },
  ],
  calls: rows.calls,
  effects: [
    ...rows.effects,
    {
      path: `Member[${withSync(['outputFile', ...JSON_FORMS.slice(2)])}]`, capability: 'writes-files',
      change: (call) => fileChange(call, 0, 'writes', 1),
    },
    {
      path: `Member[${withSync(['remove', 'emptyDir', 'emptydir'])}]`, capability: 'writes-files',
      change: (call) => fileChange(call, 0, 'deletes'),
    },
    { path: `Member[${withSync(BOTH)}]`, capability: 'writes-files', change: (call) => fileChange(call, 1, 'writes') },
    { path: `Member[${withSync(['ensureDir', 'mkdirs', 'mkdirp', 'ensureFile', 'createFile'])}]`, capability: 'writes-files' },
  ],
}
