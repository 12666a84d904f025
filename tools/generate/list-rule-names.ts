import { readdir } from 'node:fs/promises'
import { ROOT } from './read-text.ts'

/** The rules that have a file, in alphabetical order. The file's name is the rule's. */
export async function listRuleNames(): Promise<string[]> {
  const files = await readdir(new URL('src/rules/', ROOT))
  return files
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}
