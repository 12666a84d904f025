import { mkdir, writeFile } from 'node:fs/promises'
import process from 'node:process'
import type { Generated } from './generate/generated.ts'
import { ROOT, readText } from './generate/read-text.ts'
import { generateKnowledgeIndex } from './generate/knowledge-index.ts'
import { generateReadmeTables } from './generate/readme-tables.ts'
import { generateRuleIndex } from './generate/rule-index.ts'
import { generateRulePages } from './generate/rule-pages.ts'

/** In the order in which they run. Each says what files should be; only this script compares and writes. */
const generators: readonly (() => Promise<Generated>)[] = [
  generateKnowledgeIndex,
  generateRuleIndex,
  generateRulePages,
  generateReadmeTables,
]

const check = process.argv.includes('--check')
const drifted: string[] = []
const problems: string[] = []

for (const generate of generators) {
  const generated = await generate()
  problems.push(...generated.problems)
  for (const { path, content } of generated.files) {
    if ((await readText(path)) === content) continue
    drifted.push(path)
    if (check) continue
    const file = new URL(path, ROOT)
    await mkdir(new URL('.', file), { recursive: true })
    await writeFile(file, content)
  }
}

for (const path of drifted) console.log(check ? `${path} is out of date: run npm run generate.` : `${path} written.`)
for (const problem of problems) console.error(problem)
if (problems.length > 0 || (check && drifted.length > 0)) process.exitCode = 1
