import type { Library } from '../../../engine/rows.ts'

/** https://nodejs.org/api/os.html */
export const os: Library = {
  modules: ['os'],
  flows: [{ path: 'Member[homedir,tmpdir,hostname,userInfo]', returns: 'clean' }],
}
