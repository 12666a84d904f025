import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { importArrows } from '../../tools/lint/import-arrows.js'
import { ruleTester } from '../support/rule-tester.ts'

const src = path.join(fileURLToPath(new URL('../../', import.meta.url)), 'src')
const rule = path.join(src, 'rules', 'no-a.ts')
const index = path.join(src, 'rules', 'index.ts')
const engine = path.join(src, 'engine', 'flow', 'evaluate.ts')
const knowledge = path.join(src, 'knowledge', 'libraries', 'node', 'fs.ts')
const syntax = path.join(src, 'syntax', 'is-call.ts')
const cli = path.join(src, 'cli.ts')

ruleTester({ typescript: true }).run('import-arrows', importArrows, {
  valid: [
    { filename: rule, code: "import { reportFlows } from '../reporting/report-flows.ts'" },
    { filename: rule, code: "import type { Rule } from 'eslint'" },
    { filename: index, code: "import noA from './no-a.ts'" },
    { filename: engine, code: "import type { SinkKind } from '../../knowledge/kinds.ts'" },
    { filename: engine, code: "import { isCall } from '../../syntax/is-call.ts'" },
    { filename: knowledge, code: "import type { Row } from '../../../engine/rows.ts'" },
    { filename: cli, code: "export { run } from './engine/run.ts'" },
  ],
  invalid: [
    {
      filename: rule,
      code: "import noB from './no-b.ts'",
      output: null,
      errors: [
        {
          messageId: 'against',
          data: {
            from: 'rules/',
            to: 'rules/no-b.ts',
            allowed: 'create-rule.ts, settings.ts, reporting/, knowledge/, engine/, syntax/',
          },
          line: 1,
          column: 17,
          endLine: 1,
          endColumn: 28,
        },
      ],
    },
    {
      filename: engine,
      code: "import { SINK_KINDS } from '../../knowledge/kinds.ts'",
      output: null,
      errors: [
        {
          messageId: 'against',
          data: { from: 'engine/', to: 'knowledge/kinds.ts', allowed: 'engine/, syntax/, types of knowledge/kinds.ts' },
          line: 1,
          column: 28,
          endLine: 1,
          endColumn: 54,
        },
      ],
    },
    {
      filename: knowledge,
      code: "export * from '../../../engine/flow/evaluate.ts'",
      output: null,
      errors: [
        {
          messageId: 'against',
          data: {
            from: 'knowledge/',
            to: 'engine/flow/evaluate.ts',
            allowed: 'knowledge/, engine/rows.ts, engine/access-path/, engine/flow/bits.ts, syntax/, '
              + 'types of engine/confidential-rows.ts, types of engine/declaring-rows.ts, '
              + 'types of engine/flow/values.ts, types of engine/flow/schema-node.ts, types of engine/registrations/registration.ts',
          },
          line: 1,
          column: 15,
          endLine: 1,
          endColumn: 49,
        },
      ],
    },
    {
      filename: syntax,
      code: "const rows = await import('../engine/rows.ts')",
      output: null,
      errors: [
        {
          messageId: 'against',
          data: { from: 'syntax/', to: 'engine/rows.ts', allowed: 'syntax/' },
          line: 1,
          column: 27,
          endLine: 1,
          endColumn: 46,
        },
      ],
    },
  ],
})
