import type { CallView, Library } from '../../../engine/rows.ts'
import type { ChannelUse } from '../../../engine/confidential-rows.ts'

/** https://nodejs.org/api/console.html and the streams that a log goes to. */
export const console: Library = {
  modules: ['global', 'console', 'process'],
  calls: [
    { path: 'Member[console].Member[log,info,warn,error,debug,trace,dir,table]', channels: logged },
    { path: 'Member[log,info,warn,error,debug,trace,dir,table]', channels: logged },
    { path: 'Member[process].Member[stdout,stderr].Member[write]', channels: logged },
    { path: 'Member[stdout,stderr].Member[write]', channels: logged },
  ],
}

function logged(call: CallView): ChannelUse[] {
  return call.args.map((value, argument) => ({ channel: 'log', value, argument }))
}
