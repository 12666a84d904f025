import { readFileSync } from 'node:fs'

export function registerDocuments(server) {
  server.template( // registers: resource-template document
    {
      name: 'document', description: 'A document', uri: 'notes://{path}',
      complete: { path: (query) => [readFileSync(`/srv/index/${query}`, 'utf8')] }, // registers: completion path // expect: no-path-traversal
    },
    (uri, { path }) => readFileSync(`/srv/${path}`, 'utf8'), // expect: no-path-traversal
  )
}
