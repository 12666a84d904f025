import { createServer } from 'node:http'

export const listener = createServer((request, response) => {
  console.error(request.headers.authorization?.replace('Bearer ', '')) // expect: no-secret-logging
  response.end()
})

export async function POST(request: Request): Promise<Response> {
  console.error(request.headers.get('accept')) // safe: no credential
  try {
    await fetch('https://example.com')
    return new Response('ok')
  } catch (error) {
    return new Response((error as Error).stack) // expect: no-stack-in-response
  }
}
