import type { Library } from '../../../engine/rows.ts'
import type { CallView, SinkUse } from '../../../engine/rows.ts'

/** glob 14, fast-glob 3, globby 14, tinyglobby 0.2: patterns may climb (`../**`) or be absolute, and `cwd` is a folder. */
export const glob: Library = {
  modules: ['glob', 'fast-glob', 'globby', 'tinyglobby'],
  calls: [
    '', 'Member[Glob].Instance', 'Member[glob,globSync,globStream,globStreamSync,globIterate,globIterateSync]',
    'Member[sync,stream,async,globby,globbySync]',
  ].map((path) => ({
    path,
    sinks: uses,
    examples: [
      { code: "import { glob } from 'glob'; await glob(INPUT)", kind: 'path' },
      { code: "import { Glob } from 'glob'; new Glob(INPUT, {}).walkSync()", kind: 'path' },
      { code: "import fg from 'fast-glob'; await fg(['a', INPUT])", kind: 'path' },
      { code: "import fg from 'fast-glob'; await fg('**', { cwd: INPUT })", kind: 'path' },
    ],
  })),
}

function uses(call: CallView): SinkUse[] {
  const patterns: SinkUse = { kind: 'path', value: call.arg(0), argument: 0 }
  return call.keys(call.arg(1)) === undefined ? [patterns]
    : [patterns, { kind: 'path', value: call.property(call.arg(1), 'cwd'), argument: 1 }]
}
