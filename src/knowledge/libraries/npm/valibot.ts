import type { Value } from '../../../engine/flow/values.ts'
import type { CallView, Library } from '../../../engine/rows.ts'
import { schemaProofs } from './schema-proofs.ts'
import { VALIBOT_MODULES } from './valibot-schemas.ts'
import { UNREAD } from './zod-nodes.ts'

const LOAD = "import * as v from 'valibot'; import { exec } from 'node:child_process';"
const parsed = (schema: string): string => (
  `${LOAD} const args = v.parse(v.object({ ref: ${schema} }), { ref: INPUT }); exec(\`git log \${args.ref}\`)`)

/** https://valibot.dev/api (valibot 1): what parses gives the value back as the schema lets it through, `is` and `assert` judge it. */
export const valibot: Library = {
  modules: VALIBOT_MODULES,
  calls: [
    {
      path: 'Member[parse,parseAsync]',
      returns: (call) => call.parsed(call.arg(1), call.schema(call.arg(0)) ?? UNREAD),
      examples: [
        { code: parsed('v.string()'), kind: 'shell-text' },
        { code: parsed('v.pipe(v.string(), v.minLength(1), v.trim(), v.url())'), kind: 'shell-text' },
        { code: parsed('v.optional(v.pipe(v.string(), v.email()))'), kind: 'shell-text' },
        { code: parsed('v.pipe(v.string(), v.regex(/[a-z]+/))'), kind: 'shell-text' },
        { code: parsed('v.union([v.number(), v.string()])'), kind: 'shell-text' },
        { code: parsed('v.pipe(v.string(), v.transform((ref) => `x ${ref}`))'), kind: 'shell-text' },
        { code: parsed('v.pipe(v.string(), v.regex(/^[a-z]+$/))'), kind: 'none' },
        { code: parsed("v.optional(v.picklist(['main', 'next']), 'main')"), kind: 'none' },
        { code: parsed("v.union([v.literal('main'), v.pipe(v.string(), v.uuid())])"), kind: 'none' },
        { code: parsed('v.pipe(v.string(), v.check((ref) => /^[a-z]+$/.test(ref)))'), kind: 'none' },
        { code: parsed('v.pipe(v.string(), v.transform((ref) => ref.length))'), kind: 'none' },
        { code: parsed('v.pipe(v.string(), v.slug())'), kind: 'none' },
        { code: `${LOAD} import { Ref } from './schemas.js'; exec(\`git log \${v.parse(Ref, INPUT)}\`)`, kind: 'none' },
      ],
    },
    {
      path: 'Member[safeParse,safeParseAsync]',
      returns: (call) => result(call, call.arg(1), call.arg(0)),
      examples: [
        {
          code: `${LOAD} const result = v.safeParse(v.object({ ref: v.string() }), { ref: INPUT });`
            + 'if (result.success) exec(`git log ${result.output.ref}`)',
          kind: 'shell-text',
        },
        {
          code: `${LOAD} const { success, output } = v.safeParse(v.object({ ref: v.pipe(v.string(), v.nanoid()) }), { ref: INPUT });`
            + 'if (success) exec(`git log ${output.ref}`)',
          kind: 'none',
        },
      ],
    },
    {
      path: 'Member[is]',
      returns: (call) => call.proves(schemaProofs(call, call.arg(1), call.schema(call.arg(0)) ?? UNREAD)),
      examples: [
        { code: `${LOAD} if (v.is(v.pipe(v.string(), v.regex(/^[a-z]+$/)), INPUT)) exec(\`git log \${INPUT}\`)`, kind: 'none' },
        { code: `${LOAD} if (!v.is(v.pipe(v.string(), v.regex(/^[a-z]+$/)), INPUT)) exec(\`git log \${INPUT}\`)`, kind: 'shell-text' },
        { code: `${LOAD} if (v.is(v.string(), INPUT)) exec(\`git log \${INPUT}\`)`, kind: 'shell-text' },
      ],
    },
    {
      path: 'Member[assert]',
      returns: (call) => {
        call.learn(schemaProofs(call, call.arg(1), call.schema(call.arg(0)) ?? UNREAD))
        return call.constantOf(undefined)
      },
      examples: [
        { code: `${LOAD} v.assert(v.picklist(['main', 'next']), INPUT); exec(\`git log \${INPUT}\`)`, kind: 'none' },
        { code: `${LOAD} v.assert(v.string(), INPUT); exec(\`git log \${INPUT}\`)`, kind: 'shell-text' },
      ],
    },
  ],
}

function result(call: CallView, input: Value, schema: Value): Value {
  return call.object({
    success: call.unknown('boolean'), output: call.parsed(input, call.schema(schema) ?? UNREAD), issues: call.unknown('issues'),
  })
}
