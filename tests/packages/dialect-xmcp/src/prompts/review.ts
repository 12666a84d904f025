import { readFileSync } from 'node:fs'
import type { PromptMetadata } from 'xmcp'
import { z } from 'zod'

export const schema = { file: z.string() }

export const metadata: PromptMetadata = { name: 'review', title: 'Review', description: 'Asks for a review', role: 'user' }

export default ({ file }: { file: string }) => readFileSync(`/srv/${file}`, 'utf8') // registers: prompt review // expect: no-path-traversal
