import type { Guard } from '../../engine/rows.ts'

/** `isPathInside(p, root)` of is-path-inside 4 and path-is-inside 1: both resolve, and compare whole segments. */
export const isPathInside: Guard = {
  name: 'is-path-inside',
  paths: ['is-path-inside:', 'path-is-inside:'],
  prove: (call) => {
    const [path, root] = [call.arg(0), call.arg(1)]
    return call.comesFromSource(root) ? undefined : call.proves([{ value: path, clears: ['path'] }])
  },
}
