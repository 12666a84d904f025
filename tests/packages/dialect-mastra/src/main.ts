import { server } from './index.js'

console.log('ready') // expect: no-stdout-logging
console.error('ready') // safe: standard error
await server.startStdio()
