/**
 * Whether a path matches a pattern of `*`, `?` and `**`, segment by segment. In time proportional to the product of both
 * lengths: patterns come from repositories that nobody trusts yet, and a regular expression made of one can be slow.
 */
export function matchGlob(pattern: string, path: string): boolean {
  const globs = pattern.split('/')
  const names = path.split('/')
  // Whether the patterns so far match the first `index` names.
  let reached = names.map(() => false)
  reached.unshift(true)
  for (const glob of globs) {
    const next = reached.map(() => false)
    for (let index = 0; index <= names.length; index += 1) {
      if (glob === '**') next[index] = Boolean(reached[index]) || (index > 0 && Boolean(next[index - 1]))
      else if (index > 0) next[index] = Boolean(reached[index - 1]) && matchName(glob, names[index - 1] ?? '')
    }
    reached = next
  }
  return reached[names.length] ?? false
}

function matchName(glob: string, name: string): boolean {
  let at = 0
  let star = -1
  let retry = 0
  let index = 0
  while (index < name.length) {
    if (glob[at] === '*') {
      star = at
      at += 1
      retry = index
    } else if (glob[at] === '?' || (at < glob.length && glob[at] === name[index])) {
      at += 1
      index += 1
    } else if (star >= 0) {
      at = star + 1
      retry += 1
      index = retry
    } else {
      return false
    }
  }
  while (glob[at] === '*') at += 1
  return at === glob.length
}
