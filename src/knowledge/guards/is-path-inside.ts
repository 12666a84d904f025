import type { Guard } from '../../engine/rows.ts'

/** `isPathInside(p, root)`: https://www.npmjs.com/package/is-path-inside, https://www.npmjs.com/package/path-is-inside */
export const isPathInside: Guard = {
  name: 'is-path-inside',
  paths: ['is-path-inside:', 'path-is-inside:'],
  prove: (call) => (call.comesFromSource(call.arg(1)) ? undefined : call.proves([{ value: call.arg(0), clears: ['path'] }])),
}
