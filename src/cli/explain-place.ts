import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ESLint, Linter, Rule, SourceCode } from 'eslint'
import type { ExplainReport } from '../formatters/explain-report.ts'
import { describeExplanation } from './describe-explanation.ts'
import { createLinters, reviewFile } from './review-folder.ts'
import { UsageError } from './usage-error.ts'

const SCRIPT = /\.[cm]?[jt]sx?$/

/**
 * What the rules and the analysis have to say of one line. Throws, with a one-line message, where the file cannot be read
 * or parsed, or has no such line.
 */
export async function explainPlace(file: string, line: number): Promise<ExplainReport> {
  const cwd = process.cwd()
  const filename = path.resolve(file)
  if (!SCRIPT.test(filename)) throw new UsageError(`Not a JavaScript or TypeScript file: ${file}`)
  const text = await readScript(filename, file)
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u)
  if (line > lines.length) throw new UsageError(`${file} has ${lines.length} lines; there is no line ${line}`)
  const { sourceCode, findings } = await lintOnce(filename)
  const [{ explainLine }, { KnowledgeIndex }, { knowledge }] = await Promise.all([
    import('../engine/explain/explain-line.ts'), import('../engine/knowledge-index.ts'), import('../knowledge/index.ts'),
  ])
  const explanation = explainLine(sourceCode, filename, line, new KnowledgeIndex(knowledge))
  const name = path.relative(cwd, filename).split(path.sep).join('/')
  return {
    version: 1, file: name, line, code: (lines[line - 1] ?? '').trim(),
    findings: findings.filter((item) => item.line <= line && line <= (item.endLine ?? item.line)).map((item) => ({ ...item, file: name })),
    ...describeExplanation(explanation, { cwd, readText: createReader() }),
  }
}

async function readScript(filename: string, file: string): Promise<string> {
  try {
    return await readFile(filename, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(code === 'ENOENT' ? `No such file: ${file}` : `Cannot read ${file}: ${code}`, { cause: error })
  }
}

/** The file as ESLint parses it under the presets, and what the rules say of it. */
async function lintOnce(filename: string) {
  let sourceCode: SourceCode | undefined
  const { default: plugin } = await import('../index.ts')
  const rule: Rule.RuleModule = { create: (context) => ({ Program() { sourceCode = context.sourceCode } }) }
  const listen: ESLint.Plugin = { rules: { listen: rule } }
  const config: Linter.Config[] = [...plugin.configs.all, { plugins: { explain: listen }, rules: { 'explain/listen': 'warn' } }]
  const root = rootFor(filename)
  const { findings, failures } = await reviewFile(root, path.relative(root, filename), await createLinters(root, { preset: 'all', config }))
  const [failure] = failures
  if (failure) throw new Error(`${path.relative(process.cwd(), filename)}:${failure.line ?? 1}: ${failure.message}`)
  if (!sourceCode) throw new Error(`ESLint does not lint ${path.relative(process.cwd(), filename)}`)
  return { sourceCode, findings }
}

/** ESLint lints nothing outside its folder, and nothing below `node_modules` unless it starts there. */
function rootFor(filename: string): string {
  const relative = path.relative(process.cwd(), filename)
  const isInside = !relative.startsWith('..') && !path.isAbsolute(relative) && !relative.split(path.sep).includes('node_modules')
  return isInside ? process.cwd() : path.dirname(filename)
}

/** Reads each file once; one that has gone away since it was analysed is empty. */
function createReader(): (file: string) => string {
  const texts = new Map<string, string>()
  return (file) => {
    let text = texts.get(file)
    if (text === undefined) {
      try {
        text = readFileSync(file, 'utf8').replace(/^\uFEFF/u, '')
      } catch {
        text = ''
      }
      texts.set(file, text)
    }
    return text
  }
}
