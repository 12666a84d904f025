export const PASSWORD = { type: 'string' as const, title: 'Password' }
