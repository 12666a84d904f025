import ts from 'typescript'

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  skipLibCheck: true,
  noEmit: true,
}

/** What TypeScript says under `strict`, one line per error. `folder` is where the types of Node are looked for. */
export function findTypeErrors(files: readonly string[], folder: string): string[] {
  const host = ts.createCompilerHost(OPTIONS)
  host.getCurrentDirectory = () => folder
  const program = ts.createProgram([...files], OPTIONS, host)
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.text.slice(0, start).split('\n').length : 0
    const text = file?.text.split('\n')[line - 1]?.trim() ?? ''
    return `${text}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}
