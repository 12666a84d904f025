import { readdirSync } from 'node:fs'

export const metadata = { name: 'notes', title: 'All notes' }

export default () => readdirSync('/srv/notes').join('\n') // registers: resource notes
