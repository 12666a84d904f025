import type { Library } from '../../../engine/rows.ts'
import { isLogName } from '../../../syntax/is-log-name.ts'

/** Logs of a package's own, and of libraries of which nothing else is known: their names say what they are. */
export const logNames: Library = { modules: ['global'], logs: isLogName }
