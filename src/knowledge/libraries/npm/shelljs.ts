import type { CallView, Library, SinkUse } from '../../../engine/rows.ts'
import { shellText } from '../node/command-line.ts'

const PATHS = 'Member[cat,cd,cp,find,head,ln,ls,mkdir,mv,pushd,rm,sort,tail,touch,uniq]'

/** https://github.com/shelljs/shelljs (shelljs 0.10) */
export const shelljs: Library = {
  modules: ['shelljs', 'shelljs/shell'],
  calls: [
    {
      path: 'Member[exec]',
      sinks: (call) => shellText(call, call.arg(0), 0),
      examples: [
        { code: "import shell from 'shelljs'; shell.exec(`git log ${INPUT}`)", kind: 'shell-text' },
        { code: "import shell from 'shelljs'; shell.exec(INPUT)", kind: 'command' },
      ],
    },
    {
      path: 'Member[cmd]',
      sinks: (call) => call.args.map((value, argument) => ({
        kind: argument === 0 ? 'command' : 'argument', value, argument,
      })),
      examples: [{ code: "import shell from 'shelljs'; shell.cmd('git', 'log', INPUT)", kind: 'argument' }],
    },
    {
      path: PATHS,
      sinks: (call) => pathUses(call, 0),
      examples: [
        { code: "import shell from 'shelljs'; shell.cat('-n', INPUT)", kind: 'path' },
        { code: "import shell from 'shelljs'; shell.cat(['a', INPUT])", kind: 'path' },
      ],
    },
    {
      path: 'Member[grep]',
      sinks: (call) => pathUses(call, isOption(call) ? 2 : 1),
      examples: [{ code: "import shell from 'shelljs'; shell.grep('-i', 'a', INPUT)", kind: 'path' }],
    },
    {
      path: 'Member[sed]',
      sinks: (call) => pathUses(call, isOption(call) ? 3 : 2),
      examples: [{ code: "import shell from 'shelljs'; shell.sed('a', 'b', INPUT)", kind: 'path' }],
    },
    {
      path: 'Member[chmod]',
      sinks: (call) => pathUses(call, isOption(call) ? 2 : 1),
      examples: [{ code: "import shell from 'shelljs'; shell.chmod('644', INPUT)", kind: 'path' }],
    },
    {
      path: 'Member[echo,cat,ShellString].ReturnValue.Member[to,toEnd]',
      sinks: (call) => pathUses(call, 0),
      examples: [{ code: "import shell from 'shelljs'; shell.echo('a').to(INPUT)", kind: 'path' }],
    },
  ],
}

function pathUses(call: CallView, from: number): SinkUse[] {
  return call.args.slice(from).map((value, index) => ({ kind: 'path', value, argument: from + index }))
}

function isOption(call: CallView): boolean {
  const first = call.constant(call.arg(0))?.value
  return typeof first === 'string' && first.startsWith('-')
}
