import { formatInventory } from '../formatters/inventory.ts'
import type { Command } from './command.ts'
import { createStyle } from './create-style.ts'
import { EXIT_CODES } from './exit-codes.ts'
import { inventoryFolder } from './inventory-folder.ts'
import type { Io } from './io.ts'
import { parseStrictly } from './parse-strictly.ts'
import { UsageError } from './usage-error.ts'

const HELP = `Usage: secure-mcp inventory <folder> [options]

Lists what the MCP servers in <folder> offer: tools, prompts, resources and handlers
of requests, each with its place, whether a schema is enforced, its annotations, and
what its handler can do: run commands or code, read files, write files, use the
network or a database. Nothing of the folder is run.

Options:
  --json       print the inventory as JSON
  -h, --help   show this text

Exit code:
  0  the inventory was made, whether or not anything was found
  2  wrong usage or a failure
`

export const inventory: Command = { name: 'inventory', help: HELP, run: runInventory }

async function runInventory(argv: readonly string[], io: Io): Promise<number> {
  const { folder, json } = parseInventoryArguments(argv)
  const report = await inventoryFolder(folder)
  const text = json
    ? `${JSON.stringify(report, null, 2)}\n`
    : formatInventory(report, { folder, width: io.stdout.columns, style: createStyle(io.stdout, io.env) })
  io.stdout.write(text)
  return EXIT_CODES.clean
}

function parseInventoryArguments(argv: readonly string[]): { folder: string; json: boolean } {
  const { values, positionals } = parseStrictly(argv, { json: { type: 'boolean', default: false } })
  const [folder, ...others] = positionals
  if (!folder) throw new UsageError('Name the folder to list, for example: secure-mcp inventory .')
  if (others.length > 0) throw new UsageError(`One folder at a time; got ${positionals.join(', ')}`)
  return { folder, json: values.json }
}
