import { NestFactory } from '@nestjs/core'
import { StdioTransport } from '@rekog/mcp-nest'
import { Menu } from './menu.js'

const app = await NestFactory.createMicroservice(Menu, { strategy: new StdioTransport({ name: 'notes' }) })
console.log('ready') // expect: no-stdout-logging
console.error('ready') // safe: standard error
await app.listen()
