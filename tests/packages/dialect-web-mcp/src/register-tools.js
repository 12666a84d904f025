import { runCommand } from './run-command.js'

navigator.modelContext.registerTool({ // registers: tool add_note
  name: 'add_note',
  description: 'Adds a note',
  inputSchema: { type: 'object', properties: { text: { type: 'string' } } },
  execute: async ({ text }) => {
    runCommand('true') // safe: a fixed command
    return runCommand(`echo ${text}`)
  },
})

window.navigator.modelContext.provideContext({
  tools: [
    { name: 'open_note', description: 'Opens a note', inputSchema: {}, execute: ({ id }) => runCommand(`open ${id}`) }, // registers: tool open_note
  ],
})
