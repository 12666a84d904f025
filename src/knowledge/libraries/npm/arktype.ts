import type { Library } from '../../../engine/rows.ts'
import { ARKTYPE_MODULES } from './arktype-schemas.ts'
import { schemaProofs } from './schema-proofs.ts'
import { UNREAD } from './zod-nodes.ts'

const LOAD = "import { type } from 'arktype'; import { exec } from 'node:child_process';"
const asserted = (definition: string): string => (
  `${LOAD} const Args = type(${definition}); const args = Args.assert({ ref: INPUT }); exec(\`git log \${args.ref}\`)`)

/** https://arktype.io/docs/type-api (arktype 2): `assert` gives the value back or throws, `allows` judges it. */
export const arktype: Library = {
  modules: ARKTYPE_MODULES,
  calls: [
    {
      path: 'Member[type].ReturnValue',
      returns: (call) => {
        const schema = call.receiver && call.schema(call.receiver)
        return schema && call.parsed(call.arg(0), schema)
      },
      examples: [
        {
          code: `${LOAD} const Args = type({ ref: 'string' }); const out = Args({ ref: INPUT });`
            + 'if (out instanceof type.errors) throw new Error(); exec(`git log ${out.ref}`)',
          kind: 'shell-text',
        },
        {
          code: `${LOAD} const Args = type({ ref: 'string.hex' }); const out = Args({ ref: INPUT });`
            + 'if (out instanceof type.errors) throw new Error(); exec(`git log ${out.ref}`)',
          kind: 'none',
        },
      ],
    },
    {
      path: 'Any.Member[assert]',
      returns: (call) => call.parsed(call.arg(0), (call.receiver && call.schema(call.receiver)) ?? UNREAD),
      examples: [
        { code: asserted("{ ref: 'string' }"), kind: 'shell-text' },
        { code: asserted("{ 'ref?': '1 <= string <= 80' }"), kind: 'shell-text' },
        { code: asserted("{ ref: 'string.url' }"), kind: 'shell-text' },
        { code: asserted("{ ref: 'number | string' }"), kind: 'shell-text' },
        { code: asserted("{ ref: \"'main' | 'next'\" }"), kind: 'none' },
        { code: asserted("{ ref: 'string.uuid' }"), kind: 'none' },
        { code: asserted("{ ref: '0 < number.integer <= 10' }"), kind: 'none' },
        { code: asserted("{ ref: 'string & string.alphanumeric' }"), kind: 'none' },
        { code: asserted('{ ref: /^[a-z]+$/ }'), kind: 'none' },
        { code: asserted("{ ref: '/^[a-z]+$/' }"), kind: 'none' },
        { code: asserted("{ ref: type('string').matching(/^[a-z]+$/) }"), kind: 'none' },
        { code: asserted("{ ref: type.enumerated('main', 'next') }"), kind: 'none' },
        { code: asserted("{ ref: type('string').narrow((ref) => /^[a-z]+$/.test(ref)) }"), kind: 'none' },
      ],
    },
    {
      path: 'Any.Member[allows]',
      returns: (call) => call.proves(schemaProofs(call, call.arg(0), (call.receiver && call.schema(call.receiver)) ?? UNREAD)),
      examples: [
        { code: `${LOAD} if (type('string.hex').allows(INPUT)) exec(\`git log \${INPUT}\`)`, kind: 'none' },
        { code: `${LOAD} if (!type('string.hex').allows(INPUT)) exec(\`git log \${INPUT}\`)`, kind: 'shell-text' },
        { code: `${LOAD} if (type('string <= 9').allows(INPUT)) exec(\`git log \${INPUT}\`)`, kind: 'shell-text' },
      ],
    },
  ],
}
