import { oncePerKey } from '../../syntax/once-per-key.ts'

/** Letters of other scripts that look like Latin ones: the common ones of https://www.unicode.org/Public/security/ */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(Object.entries({
  а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', ӏ: 'l', м: 'm', н: 'h', о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't',
  у: 'y', ԝ: 'w', х: 'x', α: 'a', ε: 'e', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ı: 'i', ɡ: 'g',
}))

const plainNames = new Map<string, string>()

/** Equal for names that a reader, or a model, takes for one another: case, separators and foreign letters do not count. */
export function confusableName(name: string): string {
  return oncePerKey(plainNames, name, () => {
    const plain = name.normalize('NFKC').toLowerCase().replaceAll(/[\s._\-/\p{Cf}]+/gu, '')
    return [...plain].map((letter) => LOOKALIKES.get(letter) ?? letter).join('')
  })
}
