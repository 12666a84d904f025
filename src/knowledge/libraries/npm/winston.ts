import type { CallView, Library } from '../../../engine/rows.ts'

/** https://github.com/winstonjs/winston/blob/master/docs/transports.md#console-transport */
export const winston: Library = {
  modules: ['winston'],
  calls: [{ path: 'Member[transports].Member[Console].Instance', stdio: writes }],
}

/** All levels go to standard output but those in `stderrLevels`. */
function writes(call: CallView): 'writes' | undefined {
  const [options] = call.args
  if (!options) return 'writes'
  const keys = call.keys(options)
  const isSilent = call.constant(call.property(options, 'silent'))?.value === true
  return keys && !keys.includes('stderrLevels') && !isSilent ? 'writes' : undefined
}
