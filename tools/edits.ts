import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { describeFixTable, describeSuggestionTable } from './edits/edit-tables.ts'
import type { ServerOutcome } from './edits/edit-tables.ts'
import { nameServer } from './edits/place-server.ts'
import type { ServerSource } from './edits/place-server.ts'
import type { Trial } from './edits/try-server.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fixes: { type: 'boolean', default: false }, singly: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
  },
})
const sources = (JSON.parse(await readFile(new URL('edits/servers.json', import.meta.url), 'utf8')) as ServerSource[])
  .filter((source) => positionals.length === 0 || positionals.some((word) => nameServer(source).includes(word)))

const outcomes: ServerOutcome[] = []
for (const source of sources) {
  const outcome = await tryInProcess({ source, fixes: values.fixes, singly: values.singly })
  outcomes.push(outcome)
  process.stderr.write(`${outcome.name}: ${describeOutcome(outcome)}\n`)
}
console.log(values.json
  ? JSON.stringify(outcomes)
  : `${describeFixTable(outcomes)}\n\n${describeSuggestionTable(outcomes.flatMap(({ suggestions }) => suggestions))}`)
process.exitCode = outcomes.some(({ failure, fixes, suggestions }) =>
  failure !== undefined || (fixes?.problems.length ?? 0) > 0 || suggestions.some(({ fault }) => fault !== undefined)) ? 1 : 0

/** Each server in a process of its own: what the plugin keeps of a package for later edits is gone with it. */
async function tryInProcess(trial: Trial): Promise<ServerOutcome> {
  const child = fork(new URL('edits/try-server.ts', import.meta.url))
  const ended = once(child, 'exit').then((): ServerOutcome =>
    ({ name: nameServer(trial.source), files: 0, suggestions: [], failure: 'its process ended' }))
  const answered = once(child, 'message').then(([outcome]) => outcome as ServerOutcome)
  child.send(trial)
  return Promise.race([answered, ended])
}

function describeOutcome({ failure, fixes, files, typeErrors, suggestions }: ServerOutcome): string {
  if (failure !== undefined) return failure
  const faults = suggestions.filter(({ fault }) => fault !== undefined)
  return [
    `${files} files, ${typeErrors ?? 'no'} type errors before, ${fixes?.edited.length ?? 0} edited, ${suggestions.length} suggestions`,
    ...fixes?.problems.map((problem) => `  fix: ${problem}`) ?? [],
    ...faults.map(({ rule, place, offer, fault, detail }) => `  ${rule} ${place} "${offer}" ${fault ?? ''}: ${detail ?? ''}`),
  ].join('\n')
}
