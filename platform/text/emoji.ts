import names from './emoji-names.json' with { type: 'json' }

const characters: Readonly<Record<string, string>> = names
const SIGN = '\uFE0F'

/** The character that a name such as `tada`, or `wave::skin-tone-3`, stands for in most chat programs; null for a name that is not in use. */
export function emojiNamed(name: string): string | null {
  const [base = '', tone] = name.toLowerCase().split('::')
  if (!Object.hasOwn(characters, base)) return null
  const character = characters[base] ?? ''
  if (tone === undefined || !Object.hasOwn(characters, tone)) return character
  const [first = '', ...rest] = character
  return [first, characters[tone], ...rest.filter((part, index) => index > 0 || part !== SIGN)].join('')
}
