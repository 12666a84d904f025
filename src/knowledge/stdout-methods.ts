/** Methods of the logger that a library exports ready-made, and that write to standard output. */
const METHODS: Readonly<Record<string, ReadonlySet<string>>> = {
  // Levels below warnings: https://github.com/unjs/consola/blob/main/src/reporters/basic.ts
  consola: new Set(['log', 'info', 'success', 'ready', 'start', 'box', 'debug', 'trace', 'verbose']),
  // https://www.npmjs.com/package/signale, without another stream.
  signale: new Set(['log', 'info', 'success', 'complete', 'debug', 'error', 'fatal', 'warn', 'start', 'await', 'note', 'pending', 'watch']),
  // https://www.npmjs.com/package/loglevel writes with the console's method of the same name.
  loglevel: new Set(['info', 'debug', 'log']),
}

/** Whether a method of a library's own logger writes to standard output: `consola.info`, with or without the name of the logger. */
export function writesToStdout(module: string, path: readonly string[]): boolean {
  const [name, ...rest] = path[0] === module ? path.slice(1) : path
  return name !== undefined && rest.length === 0 && METHODS[module]?.has(name) === true
}
