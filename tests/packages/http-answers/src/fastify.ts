import Fastify from 'fastify'

export const app = Fastify()

app.post('/mcp', async (request, reply) => {
  console.error(request.headers.cookie) // expect: no-secret-logging
  try {
    await fetch('https://example.com')
  } catch (error) {
    return reply.code(500).send({ error: (error as Error).stack }) // expect: no-stack-in-response
  }
})

app.setErrorHandler((error, request, reply) => {
  request.log.error(error) // safe: errors belong there
  reply.status(500).send({ error: error.stack }) // expect: no-stack-in-response
})
