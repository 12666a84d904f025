import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Library } from '../../../engine/rows.ts'

const RUN = "import { quote, parse } from 'shell-quote'; import { exec, spawn } from 'node:child_process';"
const WORDS = 'shell-words'

/**
 * https://github.com/ljharb/shell-quote (shell-quote 1.8), shlex 3 and shell-escape 0.2 quote words for a POSIX shell, and take a
 * command line apart as one does: what is quoted may still be the program or an option.
 */
export const shellQuote: Library = {
  modules: ['shell-quote', 'shlex', 'shell-escape', 'string-argv'],
  memberFolders: ['shell-quote'],
  calls: [
    {
      path: 'Member[quote,join]',
      returns: quoted,
      examples: [
        { code: `${RUN} exec(\`git log \${quote([INPUT])}\`)`, kind: 'none' },
        { code: `${RUN} exec(quote(['git', 'log', INPUT]))`, kind: 'none' },
        { code: `${RUN} exec(quote([INPUT, 'log']))`, kind: 'command' },
        { code: `${RUN} exec(\`git log \${quote(['a'])} \${INPUT}\`)`, kind: 'shell-text' },
        // The operators that `parse` finds are left as they are.
        { code: `${RUN} exec(\`git log \${quote(parse(INPUT))}\`)`, kind: 'shell-text' },
      ],
    },
    {
      path: '',
      returns: (call) => (call.arg(0).op === 'object' ? quoted(call) : words(call)),
      examples: [
        {
          code: "import escape from 'shell-escape'; import { exec } from 'node:child_process'; exec(escape(['git', 'log', INPUT]))",
          kind: 'none',
        },
        {
          code: "import quote from 'shell-quote/quote'; import { exec } from 'node:child_process'; exec(quote(['git', 'log', INPUT]))",
          kind: 'none',
        },
        {
          code: "import parseArgs from 'string-argv'; import { spawn } from 'node:child_process'; spawn('git', parseArgs(INPUT))",
          kind: 'argument',
        },
      ],
    },
    {
      path: 'Member[parse,split,parseArgsStringToArgv]',
      returns: words,
      examples: [
        { code: `${RUN} const [program, ...list] = parse(INPUT); spawn(program, list)`, kind: 'command' },
        { code: `${RUN} spawn('git', parse(INPUT))`, kind: 'argument' },
        { code: `${RUN} spawn('git', parse('log -p'))`, kind: 'none' },
      ],
    },
  ],
}

/** The words of a command line. */
function words(call: CallView): Value {
  return call.array(undefined, [call.derived(WORDS, [call.arg(0)])])
}

function quoted(call: CallView): Value {
  const list = call.arg(0)
  if (list.op !== 'object') return call.derived('quoted', [list], ['shell-text'])
  const elements = call.elements(list)
  if (!elements) return call.oneOf(call.alternatives(call.element(list)).map((item) => quotedWord(call, item)))
  return call.text(elements.flatMap((item, index) => [...(index > 0 ? [call.constantOf(' ')] : []), quotedWord(call, item)]))
}

function quotedWord(call: CallView, word: Value): Value {
  if (call.constant(word)) return word
  return call.derived('quoted', [word], word.op === 'derived' && word.name === WORDS ? [] : ['shell-text'])
}
