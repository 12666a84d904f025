import type { Library } from '../../../engine/rows.ts'

/** https://nodejs.org/api/os.html */
export const os: Library = {
  modules: ['os'],
  flows: [
    { path: 'Member[homedir,hostname,userInfo]', returns: 'clean' },
    // By itself, because its label tells what is a temporary file.
    { path: 'Member[tmpdir]', returns: 'clean' },
  ],
}
