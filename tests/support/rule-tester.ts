import { RuleTester } from 'eslint'
import type { Linter } from 'eslint'
import { describe, it } from 'vitest'
import { parser } from '../../src/parser.ts'

RuleTester.describe = describe
RuleTester.it = it
RuleTester.itOnly = it.only

export interface RuleTesterOptions {
  /** Parse as the presets parse TypeScript. */
  readonly typescript?: boolean
  /** Of cases that name no file. Default: `server.ts` or `server.js` in no package: this one depends on MCP. */
  readonly filename?: string
  readonly languageOptions?: Linter.LanguageOptions
  readonly settings?: Linter.Config['settings']
}

/**
 * A rule tester for which every expected error states its message id, its data and its whole location, and every
 * invalid case its output. Cases are otherwise those of ESLint's own tester.
 */
export function ruleTester({
  typescript = false,
  filename = `/no-package/server.${typescript ? 'ts' : 'js'}`,
  languageOptions,
  settings,
}: RuleTesterOptions = {}): RuleTester {
  return new ServerRuleTester(filename, {
    languageOptions: { ...(typescript ? { parser } : {}), ...languageOptions },
    ...(settings ? { settings } : {}),
  })
}

class ServerRuleTester extends RuleTester {
  readonly #filename: string

  constructor(filename: string, config: Linter.Config) {
    super(config)
    this.#filename = filename
  }

  override run(...[name, rule, tests]: Parameters<RuleTester['run']>): void {
    const silent = tests.invalid.find((test) => test.output === undefined)
    if (silent) throw new Error(`State the output, null where nothing is fixed: ${silent.name ?? silent.code}`)
    super.run(name, rule, {
      valid: tests.valid.map((test) => ({
        filename: this.#filename,
        ...(typeof test === 'string' ? { code: test } : test),
      })),
      invalid: tests.invalid.map((test) => ({ filename: this.#filename, ...test })),
      assertionOptions: {
        requireMessage: 'messageId',
        requireLocation: true,
        requireData: true,
        ...tests.assertionOptions,
      },
    })
  }
}
