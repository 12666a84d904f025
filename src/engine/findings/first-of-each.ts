/** Of items with the same key, which lists what tells one from another, the first; in their order. */
export function firstOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => readonly unknown[]): Item[] {
  const first = new Map<string, Item>()
  for (const item of items) {
    const key = JSON.stringify(keyOf(item))
    if (!first.has(key)) first.set(key, item)
  }
  return [...first.values()]
}
