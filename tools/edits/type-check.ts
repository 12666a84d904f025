import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type * as TypeScript from 'typescript'

/** The type errors of a package, under its own configuration and by its own TypeScript, with texts put in place of files. */
export interface TypeCheck {
  readonly version: string
  /** Whether the configuration includes the file. */
  covers(file: string): boolean
  /** Sorted, without their places: an edit moves those. */
  errors(texts: ReadonlyMap<string, string>): readonly string[]
}

/** Undefined where there is no configuration, as in a package of plain JavaScript, or none that includes a file. */
export function openTypeCheck(folder: string): TypeCheck | undefined {
  const configuration = path.join(folder, 'tsconfig.json')
  if (!existsSync(configuration)) return undefined
  const ts = loadTypeScript(folder)
  const { config } = ts.readConfigFile(configuration, ts.sys.readFile) as { config: unknown }
  const overrides = { noEmit: true, incremental: false, composite: false }
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder, overrides)
  if (fileNames.length === 0) return undefined
  let texts: ReadonlyMap<string, string> = new Map()
  const host = createHost(ts, options, (file) => texts.get(file))
  const build = (old?: TypeScript.SemanticDiagnosticsBuilderProgram): TypeScript.SemanticDiagnosticsBuilderProgram =>
    ts.createSemanticDiagnosticsBuilderProgram(fileNames, options, host, old)
  const base = build()
  const baseErrors = describeErrors(ts, folder, base)
  return {
    version: ts.version,
    covers: (file) => base.getSourceFile(file) !== undefined,
    errors: (edited) => {
      if (edited.size === 0) return baseErrors
      texts = edited
      try {
        return describeErrors(ts, folder, build(base))
      } finally {
        texts = new Map()
      }
    },
  }
}

/** What is in `after` and not in `before`, each as often as it is there more often. */
export function findNewErrors(before: readonly string[], after: readonly string[]): string[] {
  const known = new Map<string, number>()
  for (const error of before) known.set(error, (known.get(error) ?? 0) + 1)
  return after.filter((error) => {
    const left = known.get(error) ?? 0
    known.set(error, left - 1)
    return left <= 0
  })
}

function loadTypeScript(folder: string): typeof TypeScript {
  const own = createRequire(import.meta.url)
  try {
    const ts = createRequire(path.join(folder, 'package.json'))('typescript') as typeof TypeScript
    return 'createIncrementalCompilerHost' in ts ? ts : own('typescript') as typeof TypeScript
  } catch {
    return own('typescript') as typeof TypeScript
  }
}

function createHost(
  ts: typeof TypeScript, options: TypeScript.CompilerOptions, textOf: (file: string) => string | undefined,
): TypeScript.CompilerHost {
  const readFile = (file: string, encoding?: string): string | undefined => textOf(file) ?? ts.sys.readFile(file, encoding)
  const host = ts.createIncrementalCompilerHost(options, { ...ts.sys, readFile })
  const parse = host.getSourceFile.bind(host)
  const parsed = new Map<string, TypeScript.SourceFile | undefined>()
  host.getSourceFile = (file, ...rest) => {
    if (textOf(file) !== undefined) return parse(file, ...rest)
    if (!parsed.has(file)) parsed.set(file, parse(file, ...rest))
    return parsed.get(file)
  }
  return host
}

function describeErrors(ts: typeof TypeScript, folder: string, program: TypeScript.SemanticDiagnosticsBuilderProgram): string[] {
  const diagnostics = [
    ...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics(), ...program.getSyntacticDiagnostics(),
    ...program.getSemanticDiagnostics(),
  ]
  return diagnostics.map(({ file, code, messageText }) =>
    `${file ? path.relative(folder, file.fileName) : ''}: TS${code} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`).sort()
}
