import { FastMCP } from 'fastmcp'
import { z } from 'zod'
import { log } from './log.js'

const server = new FastMCP({ name: 'notes', version: '1.0.0' })

server.addTool({
  name: 'now',
  description: 'Tells the time.',
  parameters: z.object({}),
  execute: async (_, context) => {
    console.log('called') // expect: no-stdout-logging
    console.error('called') // safe: standard error
    log.info('called')
    context.log.info('key', { key: process.env.API_KEY ?? '' }) // expect: no-secret-in-response
    try {
      return await (await fetch('https://example.com')).text()
    } catch (error) {
      return (error as Error).stack ?? '' // expect: no-stack-in-response
    }
  },
})

await server.start()
