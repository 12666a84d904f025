import Koa from 'koa'

export const app = new Koa()

app.use(async (ctx) => {
  console.error(ctx.get('authorization')) // expect: no-secret-logging
  try {
    await fetch('https://example.com')
    ctx.body = { ok: true } // safe: nothing of an error
  } catch (error) {
    ctx.status = 500
    ctx.body = { error: (error as Error).stack } // expect: no-stack-in-response
  }
})

app.use(async (ctx) => {
  try {
    ctx.body = { key: process.env.API_KEY } // expect: no-secret-in-response
  } catch (error) {
    ctx.response.body = (error as Error).message // expect: no-error-details-in-response
  }
})
