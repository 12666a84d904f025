const NAMES = new Set(['inbox', 'archive'])

export function requireName<T extends { name: string }, R>(handler: (args: T) => Promise<R>) {
  return async (args: T): Promise<R> => {
    if (!NAMES.has(args.name)) throw new Error('Unknown note')
    return handler(args)
  }
}

export const logged = (handler: any) => async (...args: unknown[]) => {
  console.error('called')
  return handler(...args)
}

export const compose = (...wrappers: ((handler: any) => any)[]) => (handler: any) =>
  wrappers.reduceRight((inner, wrapper) => wrapper(inner), handler)
