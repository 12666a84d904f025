import type { CallView, EffectRow, Library, SinkRow } from '../../../engine/rows.ts'
import type { Value } from '../../../engine/flow/values.ts'
import { runCallback } from '../language/run-callback.ts'
import { fileChange } from './file-change.ts'

/** Functions with a callback, a `Sync` twin and a promised form, whose first argument is a path. */
const FIRST = [
  'readFile', 'writeFile', 'appendFile', 'open', 'opendir', 'readdir', 'mkdir', 'mkdtemp', 'rm', 'rmdir', 'unlink',
  'truncate', 'chmod', 'lchmod', 'chown', 'lchown', 'utimes', 'lutimes', 'glob',
]
/** Likewise, with a path in each of the first two arguments. */
const BOTH = ['rename', 'copyFile', 'cp', 'link', 'symlink']
const WITHOUT_TWIN = ['createReadStream', 'createWriteStream', 'watch', 'watchFile', 'openAsBlob']

/**
 * The paths that `node:fs` and its replacements take, https://nodejs.org/api/fs.html. What only looks (stat, lstat,
 * access, exists, realpath, readlink) is what checks are made of, and no sink.
 */
export function fileSystemRows(module: string): Required<Pick<Library, 'sinks' | 'calls' | 'effects'>> {
  const load = `import * as fs from '${module}';`
  const sync = (names: readonly string[]): string[] => names.flatMap((name) => [name, `${name}Sync`])
  const first = (prefix: string, object: string, names: readonly string[]): SinkRow => ({
    path: `${prefix}Member[${names.join(',')}].Argument[0]`, kind: 'path',
    example: `${load} ${object}.${String(names[0])}(INPUT)`,
  })
  const second = (prefix: string, object: string, names: readonly string[]): SinkRow => ({
    path: `${prefix}Member[${names.join(',')}].Argument[1]`, kind: 'path',
    example: `${load} ${object}.${String(names[0])}('a', INPUT)`,
  })
  return {
    effects: ['', 'Member[promises].'].flatMap(fileEffects),
    sinks: [
      first('', 'fs', [...sync([...FIRST, ...BOTH]), ...WITHOUT_TWIN]),
      second('', 'fs', sync(BOTH)),
      first('Member[promises].', 'fs.promises', [...FIRST, ...BOTH, 'watch']),
      second('Member[promises].', 'fs.promises', BOTH),
    ],
    calls: [
      {
        path: 'Member[realpath,realpathSync]',
        returns: realpath,
        examples: [{ code: `${load} fs.readFileSync(fs.realpathSync(INPUT))`, kind: 'path' }],
      },
      {
        path: 'Member[realpath,realpathSync].Member[native]',
        returns: realpath,
        examples: [{
          code: `${load} fs.realpath.native(INPUT, (error, real) => { fs.readFileSync(real) })`,
          kind: 'path',
        }],
      },
      {
        path: 'Member[promises].Member[realpath]',
        returns: (call) => call.derived('realpath', [call.arg(0)]),
        examples: [{ code: `${load} fs.readFileSync(await fs.promises.realpath(INPUT))`, kind: 'path' }],
      },
    ],
  }
}

const withSync = (names: readonly string[]): string => names.flatMap((name) => [name, `${name}Sync`]).join(',')

function fileEffects(prefix: string): EffectRow[] {
  const write = (names: readonly string[], change: EffectRow['change']): EffectRow => ({
    path: `${prefix}Member[${withSync(names)}]`, capability: 'writes-files', ...(change ? { change } : {}),
  })
  return [
    {
      path: `${prefix}Member[${withSync(['readFile', 'readdir', 'opendir', 'open', 'glob'])},createReadStream,openAsBlob]`,
      capability: 'reads-files',
    },
    write(['writeFile', 'appendFile'], (call) => fileChange(call, 0, 'writes', 1)),
    write(['truncate', 'chmod', 'chown'], (call) => fileChange(call, 0, 'writes')),
    write(['rm', 'rmdir', 'unlink'], (call) => fileChange(call, 0, 'deletes')),
    write(['rename', 'copyFile', 'cp', 'link', 'symlink'], (call) => fileChange(call, 1, 'writes')),
    write(['createWriteStream'], (call) => fileChange(call, 0, 'writes')),
    // That a folder is there changes nothing for anyone.
    write(['mkdir', 'mkdtemp', 'utimes'], undefined),
  ]
}

function realpath(call: CallView): Value {
  const real = call.derived('realpath', [call.arg(0)])
  return runCallback(call, () => [call.constantOf(null), real]) ?? real
}
