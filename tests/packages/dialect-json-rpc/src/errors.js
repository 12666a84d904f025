import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const lines = createInterface({ input: process.stdin })

lines.on('line', (line) => { // registers: request *
  const { id, method, params } = JSON.parse(line)
  if (method !== 'tools/call') return
  try {
    const text = params.name === 'read' ? readFileSync('notes.txt', 'utf8') : process.env.API_KEY
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, result: { content: [{ type: 'text', text }] } })}\n`) // expect: no-secret-in-response
  } catch (error) {
    process.stderr.write(`${error.stack}\n`) // safe: errors belong there
    process.stdout.write(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32603, message: error.message } }) + '\n') // expect: no-error-details-in-response
    console.log(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32603, message: error.stack } })) // expect: no-stack-in-response
    console.log(JSON.stringify({ jsonrpc: '2.0', id, error: { code: -32603, message: 'Internal error' } })) // safe: nothing of it
  }
})
