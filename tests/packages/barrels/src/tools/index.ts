export * from './log.js'
export * as git from './show.js'
export { cleanLog as safeLog } from './log.js'
export type { LogArguments } from './types.js'
