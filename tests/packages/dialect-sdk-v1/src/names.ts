export const TOOLS = { diff: 'diff' } as const
