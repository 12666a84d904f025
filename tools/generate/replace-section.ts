/** Puts `content` between the markers of `section`. Returns `undefined` where the text has no such markers. */
export function replaceSection(text: string, section: string, content: string): string | undefined {
  const begin = `<!-- begin ${section} -->`
  const end = `<!-- end ${section} -->`
  const from = text.indexOf(begin)
  const to = text.indexOf(end, from)
  if (from === -1 || to === -1) return undefined
  return `${text.slice(0, from)}${begin}\n\n${content}\n\n${text.slice(to)}`
}
