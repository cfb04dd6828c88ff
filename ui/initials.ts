/** The first letters of the first and the last word of a name, in any script. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return ends.map((word) => firstLetter(word ?? '')).join('')
}

function firstLetter(word: string): string {
  const [first] = new Intl.Segmenter().segment(word)
  return (first?.segment ?? '').toLocaleUpperCase('en')
}
