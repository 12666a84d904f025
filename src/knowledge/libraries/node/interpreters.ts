/** Interpreters and the options whose value they run as a program. */
const INTERPRETERS: Readonly<Record<string, RegExp>> = {
  // https://nodejs.org/api/cli.html#-e---eval-script
  node: /^(?:-e|--eval|-p|--print|-pe)$/u,
  bun: /^(?:-e|--eval|-p|--print)$/u,
  deno: /^eval$/u,
  // https://docs.python.org/3/using/cmdline.html#cmdoption-c
  python: /^-[a-zA-Z]*c$/u,
  ruby: /^-e$/u,
  perl: /^-[a-zA-Z]*[eE]$/u,
  php: /^-r$/u,
  // https://ss64.com/mac/osascript.html
  osascript: /^-e$/u,
  lua: /^-e$/u,
  rscript: /^-e$/u,
}

/** The options of a program after which code follows; `undefined` for a program that is no interpreter. */
export function resolveInterpreter(program: string): RegExp | undefined {
  const name = /([^\\/]+?)(?:\.exe)?$/iu.exec(program)?.[1]?.toLowerCase().replace(/[\d.]+$/u, '') ?? ''
  return Object.hasOwn(INTERPRETERS, name) ? INTERPRETERS[name] : undefined
}
