import type { Library } from '../../../engine/rows.ts'
import { fileSystemRows } from './file-system-rows.ts'

/** https://nodejs.org/api/fs.html */
export const fs: Library = {
  modules: ['fs', 'fs/promises'],
  ...fileSystemRows('node:fs'),
}
