const RULE_NAME = /^(?:no|require|prefer|valid)(?:-[a-z0-9]+)+$/

/** The three files of a rule that reports nothing yet. */
export function scaffoldRule(name: string): Record<string, string> | string {
  if (!RULE_NAME.test(name)) return `"${name}" is no name for a rule: no-, require-, prefer- or valid-, in kebab-case.`
  return {
    [`src/rules/${name}.ts`]: rule(name),
    [`tests/rules/${name}.test.ts`]: test(name),
    [`docs/rules/${name}.md`]: PAGE,
  }
}

function rule(name: string): string {
  return `import { createRule } from '../create-rule.ts'

export default createRule({
  name: '${name}',
  meta: {
    type: 'problem',
    languages: ['js/js'],
    docs: {
      description: 'Disallow …',
      severity: 'high',
      preset: 'recommended',
      checklist: [],
      cwe: [],
      owasp: [],
    },
    schema: [],
    messages: {},
  },
  create: () => ({}),
})
`
}

function test(name: string): string {
  return `import rule from '../../src/rules/${name}.ts'
import { ruleTester } from '../support/rule-tester.ts'

ruleTester({ typescript: true }).run('${name}', rule, {
  valid: [],
  invalid: [],
})
`
}

const PAGE = `<!-- begin header -->
<!-- end header -->

## What it reports

## Why it matters

## Incorrect

\`\`\`ts
\`\`\`

## Correct

\`\`\`ts
\`\`\`

## Options

None.

## Limits

## When not to use it
`
