import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { z } from 'zod'
import { describeSnapshotSummary, formatSnapshotDifference, formatSnapshotTable } from '../format/snapshot-format.js'
import { SNAPSHOT_FORMATS, cleanSnapshotLabel } from '../guards/snapshot-guards.js'
import type { SnapshotService } from '../services/snapshot-service.js'
import { answer, jsonResult, listResult, textResult } from '../tool-result.js'

const name = z.string().min(1).max(64).describe('Name of a snapshot')
const READS = { readOnlyHint: true, openWorldHint: false }
const WRITES = { readOnlyHint: false, destructiveHint: true, openWorldHint: false }

export function registerSnapshotTools(server: McpServer, snapshots: SnapshotService): void {
  server.registerTool(
    'snapshot_list',
    {
      title: 'List snapshots',
      description: 'Lists snapshots, newest first.',
      inputSchema: { start: z.number().int().min(0).default(0), size: z.number().int().min(1).max(200).default(50) },
      annotations: READS,
    },
    ({ start, size }) => answer(async () => {
      const page = await snapshots.list(start, size)
      return textResult(formatSnapshotTable(page.items, Date.now()))
    }),
  )

  server.registerTool(
    'snapshot_show',
    {
      title: 'Show a snapshot',
      description: 'Shows the text of a snapshot, as it is or as it was.',
      inputSchema: { name, revision: z.string().max(40).optional().describe('Hash of a revision') },
      annotations: READS,
    },
    ({ name, revision }) => answer(async () => {
      const text = revision === undefined ? await snapshots.show(name) : await snapshots.at(name, revision)
      return textResult(text)
    }),
  )

  server.registerTool(
    'snapshot_attachment',
    {
      title: 'Show an attachment',
      description: 'Shows a file that is attached to a snapshot.',
      inputSchema: { name, attachment: z.string().min(1).max(200) },
      annotations: READS,
    },
    ({ name, attachment }) => answer(async () => textResult(await snapshots.attachment(name, attachment))),
  )

  server.registerTool(
    'snapshot_create',
    {
      title: 'Create a snapshot',
      description: 'Writes a snapshot; one of the same name is replaced.',
      inputSchema: { name, text: z.string().max(1_000_000), label: z.string().max(200).optional() },
      annotations: WRITES,
    },
    (args) => answer(async () => {
      const label = args.label === undefined ? undefined : cleanSnapshotLabel(args.label)
      const bytes = await snapshots.create(args.name, args.text, label)
      return textResult(`${bytes} bytes written.`)
    }),
  )

  server.registerTool(
    'snapshot_copy',
    {
      title: 'Copy snapshots',
      description: 'Copies snapshots under names with a suffix.',
      inputSchema: { names: z.array(name).min(1).max(50), suffix: z.string().min(1).max(20) },
      annotations: WRITES,
    },
    ({ names, suffix }) => answer(async () => listResult(await snapshots.copyAll(names, suffix), 'Nothing to copy.')),
  )

  server.registerTool(
    'snapshot_compare',
    {
      title: 'Compare snapshots',
      description: 'Says in which lines two snapshots differ.',
      inputSchema: { before: name, after: name, format: z.enum(SNAPSHOT_FORMATS).default('plain') },
      annotations: READS,
    },
    ({ before, after, format }) => answer(async () => {
      const difference = await snapshots.compare(before, after)
      return textResult(formatSnapshotDifference(difference, format))
    }),
  )

  server.registerTool(
    'snapshot_history',
    {
      title: 'History of a snapshot',
      description: 'Lists the changes of a snapshot.',
      inputSchema: { name, order: z.string().max(20).default('newest'), limit: z.number().int().min(1).max(100).default(20) },
      annotations: READS,
    },
    ({ name, order, limit }) => answer(async () => jsonResult(await snapshots.history(name, order, limit))),
  )

  server.registerTool(
    'snapshot_search',
    {
      title: 'Search snapshots',
      description: 'Finds the lines of all snapshots that contain a text.',
      inputSchema: { text: z.string().min(1).max(200) },
      annotations: READS,
    },
    ({ text }) => answer(() => textResult(snapshots.search(text))),
  )

  server.registerTool(
    'snapshot_summary',
    { title: 'Sum up snapshots', description: 'Counts snapshots and their bytes.', inputSchema: {}, annotations: READS },
    () => answer(async () => textResult(describeSnapshotSummary(await snapshots.summary()))),
  )
}
