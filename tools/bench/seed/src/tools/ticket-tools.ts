import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { ticketBoardText, ticketCsv, ticketLine, ticketText } from '../format/ticket-format.js'
import { TICKET_STATES } from '../guards/ticket-guards.js'
import type { TicketService } from '../services/ticket-service.js'
import { answer, describePage, jsonResult, listResult, textResult } from '../tool-result.js'

const key = z.string().min(1).max(20).describe('Key of a ticket, such as TICKET-12')
const state = z.enum(TICKET_STATES)

const searchShape = {
  text: z.string().max(200).optional(),
  state: state.optional(),
  owner: z.string().max(31).optional(),
  order: z.string().max(20).optional(),
  start: z.number().int().min(0).optional(),
}

interface TicketTool {
  readonly name: string
  readonly description: string
  readonly inputSchema: z.ZodRawShape
  readonly changes: boolean
  // The arguments of each tool are what its schema lets through.
  readonly run: (args: any) => CallToolResult | Promise<CallToolResult>
}

function ticketTools(tickets: TicketService): TicketTool[] {
  return [
    {
      name: 'ticket_show',
      description: 'Shows a ticket with its notes.',
      inputSchema: { key },
      changes: false,
      run: ({ key }) => {
        const { view, notes } = tickets.show(key)
        return textResult(ticketText(view, notes))
      },
    },
    {
      name: 'ticket_search',
      description: 'Finds tickets by words of their titles, by state and by owner.',
      inputSchema: searchShape,
      changes: false,
      run: (args) => textResult(describePage(tickets.search(args), ticketLine)),
    },
    {
      name: 'ticket_labelled',
      description: 'Lists the tickets that carry a label.',
      inputSchema: { label: z.string().min(1).max(40), order: z.string().max(40).default('title') },
      changes: false,
      run: ({ label, order }) => listResult(tickets.labelled(label, order).map(ticketLine), 'No ticket carries it.'),
    },
    {
      name: 'ticket_open',
      description: 'Opens a ticket.',
      inputSchema: {
        title: z.string().min(1).max(120),
        owner: z.string().max(31).optional(),
        weight: z.string().max(10).optional(),
        labels: z.array(z.string().max(40)).max(12).optional(),
      },
      changes: true,
      run: (args) => textResult(`${tickets.open(args)} opened.`),
    },
    {
      name: 'ticket_move',
      description: 'Gives a ticket another state.',
      inputSchema: { key, state },
      changes: true,
      run: (args) => jsonResult(tickets.move(args.key, args.state)),
    },
    {
      name: 'ticket_assign',
      description: 'Gives tickets to an owner.',
      inputSchema: { keys: z.array(key).min(1).max(100), owner: z.string().max(31) },
      changes: true,
      run: ({ keys, owner }) => textResult(`${tickets.assign(keys, owner)} tickets assigned.`),
    },
    {
      name: 'ticket_note',
      description: 'Adds a note to a ticket.',
      inputSchema: { key, author: z.string().max(31), text: z.string().max(10_000) },
      changes: true,
      run: ({ key, author, text }) => {
        tickets.note(key, author, text)
        return textResult('Noted.')
      },
    },
    {
      name: 'ticket_keep_snapshot',
      description: 'Keeps the text of a snapshot as a note of a ticket.',
      inputSchema: { key, snapshot: z.string().min(1).max(64) },
      changes: true,
      run: async (args) => textResult(`${await tickets.keepSnapshot(args.key, args.snapshot)} characters kept.`),
    },
    {
      name: 'ticket_board',
      description: 'Shows the tickets by state, as text or for a spreadsheet.',
      inputSchema: { csv: z.boolean().default(false), longest: z.number().int().min(1).max(100).default(10) },
      changes: false,
      run: ({ csv, longest }) => {
        const board = tickets.board()
        return textResult(csv ? ticketCsv([...board.columns.values()].flat()) : ticketBoardText(board, longest))
      },
    },
  ]
}

export function registerTicketTools(server: McpServer, tickets: TicketService): void {
  ticketTools(tickets).forEach((tool) => {
    const annotations = { readOnlyHint: !tool.changes, destructiveHint: false, openWorldHint: false }
    server.registerTool(
      tool.name,
      { description: tool.description, inputSchema: tool.inputSchema, annotations },
      (args) => answer(() => tool.run(args)),
    )
  })
}
