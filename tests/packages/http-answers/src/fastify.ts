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

app.get('/debug', async (request, reply) => {
  reply.send({ key: process.env.API_KEY }) // expect: no-secret-in-response
})

app.get('/status', async (request, reply) => {
  try {
    await fetch('https://example.com')
    return reply.send({ ready: process.env.API_KEY !== undefined }) // safe: that it is set
  } catch (error) {
    return reply.code(500).send({ error: (error as Error).message }) // expect: no-error-details-in-response
  }
})

app.setErrorHandler((error, request, reply) => {
  request.log.error(error) // safe: errors belong there
  reply.status(500).send({ error: error.stack }) // expect: no-stack-in-response
})
