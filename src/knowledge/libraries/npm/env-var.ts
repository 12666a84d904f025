import type { Library } from '../../../engine/rows.ts'

/** https://www.npmjs.com/package/env-var, 7: what `get` gives is asked for with a type, and `required` refuses what is missing. */
export const envVar: Library = {
  modules: ['env-var'],
  environment: { readers: ['get'], passes: ['from'] },
}
