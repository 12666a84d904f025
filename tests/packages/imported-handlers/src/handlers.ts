import { run } from './run.js'

export async function handleLog({ ref }: { ref: string }) {
  return { content: [{ type: 'text' as const, text: run(`git log ${ref}`) }] }
}

export const handleStatus = async ({ level }: { level: string }) => ({
  content: [{ type: 'text' as const, text: run(`git status --${level}`) }],
})
