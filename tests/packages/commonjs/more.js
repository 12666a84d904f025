const { z } = require('zod')
const { exec } = require('node:child_process')

module.exports.register = function (server) {
  server.tool('show', { id: z.string() }, async ({ id }) => {
    exec('git show ' + id) // expect: no-command-injection
    exec('git show HEAD') // safe: a constant
    return { content: [] }
  })
}
