/** The files that the `exports` or `imports` of a manifest give for a key, whatever the condition; in the order written. */
export function findTargets(map: unknown, key: string): string[] {
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return key === '.' ? leaves(map) : []
  const entries = Object.entries(map)
  // Without subpaths the whole object is conditions.
  if (entries.every(([name]) => !name.startsWith('.') && !name.startsWith('#'))) return key === '.' ? leaves(map) : []
  const exact = entries.find(([name]) => name === key)
  if (exact) return leaves(exact[1])
  const matches = entries.flatMap(([name, value]) => {
    const star = matchStar(name, key)
    return star === undefined ? [] : [{ name, star, value }]
  })
  const [best] = matches.sort((a, b) => b.name.length - a.name.length)
  return best ? leaves(best.value).map((target) => target.replaceAll('*', () => best.star)) : []
}

/** What the one `*` of a pattern stands for in a text that the pattern matches. */
export function matchStar(pattern: string, text: string): string | undefined {
  const at = pattern.indexOf('*')
  if (at < 0) return pattern === text ? '' : undefined
  const [start, end] = [pattern.slice(0, at), pattern.slice(at + 1)]
  const matches = text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end)
  return matches ? text.slice(start.length, text.length - end.length) : undefined
}

function leaves(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null && depth < 8 ? Object.values(value).flatMap((item) => leaves(item, depth + 1)) : []
}
