const known = new Map<string, string>()
const segmenter = new Intl.Segmenter()

/** The first letters of the first and the last word of a name, in any script. Found once for each name: a page shows the same few again and again. */
export function initials(name: string): string {
  const found = known.get(name) ?? firstLetters(name)
  known.set(name, found)
  return found
}

function firstLetters(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => firstLetter(word ?? '')).join('')
}

function firstLetter(word: string): string {
  const [first] = segmenter.segment(word)
  return (first?.segment ?? '').toLocaleUpperCase('en')
}
