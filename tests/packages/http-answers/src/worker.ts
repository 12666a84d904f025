interface Env {
  readonly API_KEY: string
  readonly REGION: string
}

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    console.log('starting with', env.API_KEY) // expect: no-secret-logging
    console.log('starting in', env.REGION) // safe: no secret
    if (request.url.endsWith('/debug')) return Response.json({ key: env.API_KEY }) // expect: no-secret-in-response
    return Response.json({ region: env.REGION }) // safe: no secret
  },
}
