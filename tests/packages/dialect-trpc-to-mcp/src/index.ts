import { createMcpServer } from 'trpc-to-mcp'
import { appRouter } from './router.js'

export const server = createMcpServer({ name: 'notes', version: '1.0.0' }, appRouter)
