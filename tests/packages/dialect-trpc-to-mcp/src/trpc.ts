import { initTRPC } from '@trpc/server'
import type { McpMeta } from 'trpc-to-mcp'

const t = initTRPC.meta<McpMeta>().create()

export const { router } = t
export const publicProcedure = t.procedure
export const userProcedure = t.procedure.use(({ next }) => next())
