/**
 * What is reached from each of these owners by one more step: access paths with the code that makes an example of each,
 * as `queryRows` takes them.
 */
export function ownersFrom(
  owners: Readonly<Record<string, string>>, step: string, code: string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(owners).map(([path, setUp]) => {
    const parent = `owner${path.split('.').length}`
    return [`${path}.${step}`, `${setUp.replace(/\bconst db\b/u, `const ${parent}`)} const db = ${parent}.${code};`]
  }))
}
