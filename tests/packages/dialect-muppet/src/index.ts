import { execFileSync, execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { describePrompt, describeTool, mValidator, muppet } from 'muppet'
import { z } from 'zod'

const app = new Hono()

app.post('/search', describeTool({ name: 'search', description: 'Searches' }), mValidator('json', z.object({ words: z.string() })), (c) => { // registers: tool search
  const { words } = c.req.valid('json')
  execFileSync('grep', ['--', words]) // safe: an argument list
  return c.json(execSync(`grep ${words} notes.txt`).toString()) // expect: no-command-injection
})

app.basePath('/prompts')
  .get('/health', (c) => c.text('well'))
  .post('/review', describePrompt({ name: 'review' }), mValidator('json', z.object({ file: z.string() })), (c) => { // registers: prompt review
    const { file } = c.req.valid('json')
    return c.json(readFileSync(`/srv/${file}`, 'utf8')) // expect: no-path-traversal
  })

export default muppet(app, { name: 'notes', version: '1.0.0' })
