import { readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint, type Linter } from 'eslint'
import plugin from '../../src/index.ts'
import { TemporaryFolder } from './temporary-folder.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SERVERS = path.join(ROOT, 'tests/e2e/exploits/servers')

/** What is asked of the servers: all that is recommended, and the strict rules on what is attacked. */
const STRICT = [
  'require-realpath-check', 'no-error-details-in-response', 'no-regex-injection', 'no-prototype-pollution', 'require-error-id',
]
const CONFIG: Linter.Config[] = [
  ...plugin.configs.recommended,
  { files: ['**/*.ts'], rules: Object.fromEntries(STRICT.map((rule) => [`secure-mcp/${rule}`, 'error'])) },
]

/** These rules alone. */
export function only(rules: readonly string[]): Linter.Config[] {
  const configured = Object.fromEntries(rules.map((rule) => [`secure-mcp/${rule}`, 'error'] as const))
  return plugin.configs.recommended.map((config) => (config.rules ? { ...config, rules: configured } : config))
}

/** One server of `e2e/exploits/servers` as the only file of a package of its own, which may be changed and run. */
export class ServerPackage {
  readonly folder = new TemporaryFolder()
  readonly #config: Linter.Config[]

  constructor(server: string, config: readonly Linter.Config[] = CONFIG) {
    this.#config = [...config]
    this.folder.write('package.json', JSON.stringify({
      name: 'server', version: '1.0.0', type: 'module', dependencies: { '@modelcontextprotocol/sdk': '^1.32.0' },
    }))
    this.folder.write('server.ts', readFileSync(path.join(SERVERS, server), 'utf8'))
    // A junction, since Windows lets nobody but an administrator make links.
    symlinkSync(path.join(ROOT, 'node_modules'), this.folder.at('node_modules'), 'junction')
  }

  get file(): string {
    return this.folder.at('server.ts')
  }

  /** What the rules report, as `rule` or, with an edit, `rule: edit`, in the order of the file. */
  async findReports(): Promise<string[]> {
    const { messages } = await this.#lint(false)
    return messages.map(({ ruleId, message, fix, suggestions }) => {
      const edits = [...(fix ? ['fix'] : []), ...(suggestions ?? []).map(({ messageId }) => messageId ?? '')]
      // Without a rule: the file does not parse.
      return [(ruleId ?? message).replace('secure-mcp/', ''), ...edits].join(': ')
    })
  }

  /** Applies every fix, as ESLint does it, and after that every suggestion, one after the other. */
  async applyEdits(): Promise<void> {
    for (let rest = await this.#applyFixes(); rest; rest = await this.#applyFixes()) {
      const text = this.folder.read('server.ts')
      const { range: [start, end], text: replacement } = rest
      this.folder.write('server.ts', text.slice(0, start) + replacement + text.slice(end))
    }
  }

  /** The first suggestion that is offered once nothing is left to fix. */
  async #applyFixes(): Promise<NonNullable<Linter.LintMessage['fix']> | undefined> {
    const { output, messages } = await this.#lint(true)
    if (output !== undefined) this.folder.write('server.ts', output)
    return messages.flatMap(({ suggestions }) => suggestions ?? [])[0]?.fix
  }

  async #lint(fix: boolean): Promise<ESLint.LintResult> {
    const eslint = new ESLint({ cwd: this.folder.root, overrideConfigFile: true, overrideConfig: this.#config, fix })
    const [result] = await eslint.lintFiles(['server.ts'])
    if (!result) throw new Error('ESLint took no notice of the server')
    return result
  }
}
