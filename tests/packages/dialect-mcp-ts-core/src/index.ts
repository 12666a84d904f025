import { createApp } from '@cyanheads/mcp-ts-core'
import { note } from './note.resource.js'
import { review } from './review.prompt.js'
import { search } from './search.tool.js'

await createApp({ name: 'notes', version: '1.0.0', tools: [search], resources: [note], prompts: [review] })
