/** Text with lines longer than this on average is a bundle: nobody mends faults there. */
const BUNDLE_LINE = 400
const BUNDLE_LENGTH = 100_000

export function isBundle(text: string): boolean {
  if (text.length < BUNDLE_LENGTH) return false
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1
  return text.length / lines > BUNDLE_LINE
}
