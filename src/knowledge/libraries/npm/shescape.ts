import type { Value } from '../../../engine/flow/values.ts'
import type { SinkKind } from '../../kinds.ts'
import type { CallView, Library } from '../../../engine/rows.ts'

const RUN = "import { Shescape } from 'shescape'; import { exec, execFile } from 'node:child_process';"

/**
 * https://github.com/ericcornelissen/shescape (shescape 2): quoted or escaped for the shell that the options name, and without the
 * hyphens in front unless `flagProtection` is off. Without a shell there is nothing but the hyphens to take away.
 */
export const shescape: Library = {
  modules: ['shescape'],
  calls: [
    {
      path: 'Member[Shescape].Instance.Member[quote,escape]',
      returns: (call) => call.derived('escaped', [call.arg(0)], clears(call)),
      examples: [
        { code: `${RUN} exec(\`git log \${new Shescape({ shell: true }).quote(INPUT)}\`)`, kind: 'none' },
        { code: `${RUN} exec(\`git log \${new Shescape({ shell: true }).quote('a')} \${INPUT}\`)`, kind: 'shell-text' },
        { code: `${RUN} exec(\`git log \${new Shescape({ shell: false }).quote(INPUT)}\`)`, kind: 'shell-text' },
        { code: `${RUN} execFile('git', ['log', new Shescape({ shell: false }).escape(INPUT)])`, kind: 'none' },
        { code: `${RUN} execFile('git', ['log', new Shescape({ shell: false, flagProtection: false }).escape(INPUT)])`, kind: 'argument' },
      ],
    },
    {
      path: 'Member[Shescape].Instance.Member[quoteAll,escapeAll]',
      returns: (call) => {
        const each = (item: Value): Value => call.derived('escaped', [item], clears(call))
        const elements = call.elements(call.arg(0))
        return elements ? call.array(elements.map(each)) : call.array(undefined, [each(call.element(call.arg(0)))])
      },
      examples: [
        { code: `${RUN} exec(\`git log \${new Shescape({ shell: true }).quoteAll([INPUT]).join(' ')}\`)`, kind: 'none' },
        { code: `${RUN} exec(\`git log \${new Shescape({ shell: false }).escapeAll(INPUT.split(' ')).join(' ')}\`)`, kind: 'shell-text' },
      ],
    },
  ],
}

function clears(call: CallView): readonly SinkKind[] {
  const { receiver } = call
  const options = receiver?.op === 'extern' ? receiver.args?.[0] : undefined
  const isOff = (name: string): boolean => options !== undefined && call.keys(options) !== undefined
    && call.constant(call.property(options, name))?.value === false
  return [...(isOff('shell') ? [] : ['shell-text' as const]), ...(isOff('flagProtection') ? [] : ['argument' as const])]
}
