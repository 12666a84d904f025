import type { Library } from '../../../engine/rows.ts'
import { fileSystemRows } from '../node/file-system-rows.ts'

/** The functions of `node:fs`, graceful-fs 4. */
export const gracefulFs: Library = {
  modules: ['graceful-fs'],
  ...fileSystemRows('graceful-fs'),
}
