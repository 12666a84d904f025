import type { CallView, Library } from '../../../engine/rows.ts'
import type { ChannelUse } from '../../../engine/confidential-rows.ts'
import type { Value } from '../../../engine/flow/values.ts'

/** https://nodejs.org/api/console.html and the streams that a log goes to. */
export const console: Library = {
  modules: ['global', 'console', 'process'],
  calls: [
    { path: 'Member[console].Member[log,info,warn,error,debug,trace,dir,dirxml,table,group,groupCollapsed,assert]', channels: logged },
    { path: 'Member[log,info,warn,error,debug,trace,dir,dirxml,table,group,groupCollapsed,assert]', channels: logged },
    { path: 'Member[process].Member[stdout,stderr].Member[write]', channels: logged },
    { path: 'Member[stdout,stderr].Member[write]', channels: logged },
  ],
}

function logged(call: CallView): ChannelUse[] {
  return call.args.map((value, argument) => ({ channel: isMessage(call, value) ? 'response' : 'log', value, argument }))
}

/** A message of the protocol that is written by hand: `process.stdout.write(JSON.stringify({ jsonrpc: '2.0', error }) + '\n')`. */
function isMessage(call: CallView, value: Value): boolean {
  if (value.op === 'object') return call.keys(value)?.includes('jsonrpc') ?? false
  const parts = value.op === 'text' ? value.parts : value.op === 'derived' ? value.inputs : []
  return parts.some((part) => isMessage(call, part))
}
