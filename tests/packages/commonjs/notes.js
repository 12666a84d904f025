const fs = require('node:fs')
const path = require('node:path')

exports.read = async function read(name) {
  const text = fs.readFileSync(path.join('notes', name), 'utf8') // expect: no-path-traversal
  return { content: [{ type: 'text', text }] }
}

module.exports.Remover = class {
  remove(name) {
    fs.rmSync(path.join('notes', name)) // expect: no-path-traversal
    return { content: [] }
  }
}
