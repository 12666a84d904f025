import { mkdir, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { scaffoldRule } from './new/rule.ts'

const ROOT = new URL('../', import.meta.url)

/** What can be scaffolded: from a name to the files, by their path from the root, or a complaint about the name. */
const scaffolds: Readonly<Record<string, (name: string) => Record<string, string> | string>> = { rule: scaffoldRule }

const [what = '', name = ''] = process.argv.slice(2)
const scaffold = Object.hasOwn(scaffolds, what) ? scaffolds[what] : undefined
const files = scaffold?.(name) ?? `Usage: npm run new ${Object.keys(scaffolds).join('|')} <name>`

if (typeof files === 'string') {
  console.error(files)
  process.exitCode = 2
} else {
  for (const [path, content] of Object.entries(files)) {
    const file = new URL(path, ROOT)
    await mkdir(new URL('.', file), { recursive: true })
    await writeFile(file, content, { flag: 'wx' })
    console.log(`${path} written.`)
  }
  console.log('Fill them in, then run npm run generate.')
}
