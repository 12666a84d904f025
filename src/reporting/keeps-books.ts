/** Functions by way of which a program keeps its own books: nothing of the user's is changed there. */
const BOOKS: ReadonlySet<string> = new Set([
  'log', 'logs', 'logger', 'logging', 'cache', 'caches', 'cached', 'telemetry', 'track', 'audit', 'analytics', 'metric', 'metrics',
  'history', 'usage', 'token', 'tokens', 'session', 'sessions', 'lock', 'cleanup', 'init', 'initialize',
])
const BEGINNINGS: ReadonlySet<string> = new Set(['dispose', 'close', 'connect', 'ensure', 'migrate', 'refresh'])

/** Whether a function's name says that it keeps the books of the program. */
export function keepsBooks(name: string): boolean {
  const words = name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '_').toLowerCase().split('_')
  return words.some((word) => BOOKS.has(word)) || BEGINNINGS.has(words[0] ?? '')
}
