type Result = { content: { type: 'text'; text: string }[]; isError?: boolean }
type Handler<T> = (args: T) => Promise<Result>

export function withErrors<T>(first: string | Handler<T>, second?: Handler<T>): Handler<T> {
  const handler = typeof first === 'string' ? second! : first
  return async (args) => {
    try {
      return await handler(args)
    } catch {
      return { isError: true, content: [{ type: 'text', text: 'Failed' }] }
    }
  }
}
