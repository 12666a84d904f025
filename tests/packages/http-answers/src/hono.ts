import { Hono } from 'hono'

export const app = new Hono()
  .get('/health', (c) => c.text('ok'))
  .post('/token', async (c) => {
    const tokens = await (await fetch('https://example.com/token')).json() as { access_token: string }
    console.error('got', tokens.access_token) // expect: no-secret-logging
    return c.json({ access_token: tokens.access_token }) // safe: it is the caller's
  })
  .get('/debug', (c) => {
    console.error(c.req.header('Authorization')) // expect: no-secret-logging
    return c.json({ key: process.env.API_KEY }) // expect: no-secret-in-response
  })

app.onError((error, c) => c.text(error.stack ?? '', 500)) // expect: no-stack-in-response
