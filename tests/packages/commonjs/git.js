const { execSync } = require('child_process')

function log(ref) {
  return { content: [{ type: 'text', text: execSync(`git log ${ref}`).toString() }] } // expect: no-command-injection
}

const level = (of) => ({
  content: [{ type: 'text', text: execSync(`journal -p ${of}`).toString() }], // safe: an enum
})

module.exports = { log, level }
