import express from 'express'

export const app = express()

app.use((req, res, next) => {
  console.error(req.method, req.headers['mcp-session-id'], Boolean(req.headers.authorization)) // safe: nothing of it
  console.error(req.headers.authorization?.split(' ')[0], req.headers.authorization?.slice(-4)) // safe: the scheme, the end
  console.error(req.headers.authorization?.split(' ')[1]) // expect: no-secret-logging
  console.error('all', JSON.stringify(req.headers)) // expect: no-secret-logging
  const { authorization, cookie, ...others } = req.headers
  console.error(others, authorization === undefined, cookie && '[cookie]') // safe: the rest
  console.error({ ...req.headers, authorization: '[redacted]' }) // safe: redacted
  console.error(req.get('X-Api-Key')) // expect: no-secret-logging
  res.json({ authorization }) // safe: whose it is
  next()
})
