export function parsed(value: string): Promise<string> {
  return Promise.resolve(value).catch(() => '').finally(() => { console.error('parsed') })
}

export async function collect(values: readonly string[]): Promise<string[]> {
  return Promise.all(values.map(async (value) => parsed(value)))
}

export const firstOf = (...values: string[]) => Promise.race(values.map((value) => parsed(value)))

export const settled = (...values: string[]) => Promise.allSettled(values.map((value) => parsed(value)))

export function wrapped(work: (done: (value: string) => void) => void): Promise<string> {
  return new Promise((resolve) => { work(resolve) })
}
