import { plainWords } from './plain-words.ts'
import { wordsOf } from './segment.ts'
import { MARK } from './vector.ts'

/** So many words of a text are looked for: those that stand first, and a title stands before its text. */
const MOST = 8
const SHORTEST = 3
const latin = /^[\p{Script=Latin}\p{N}]+$/u

/** The words that tell what a text is about, each once, as they are kept for search. */
export function tellingWords(text: string): string[] {
  const telling = wordsOf(text, 400)
    .map((word) => word.text)
    .filter((word) => !plainWords.has(word) && !(latin.test(word) && word.length < SHORTEST))
  return [...new Set(telling)].slice(0, MOST)
}

/** How many of these words have to stand in what is alike: two at least, unless there is only one, and nearly half of them. */
export const leastShared = (words: readonly string[]): number => Math.max(Math.min(2, words.length), Math.ceil(words.length * 0.4))

/** What holds two of these words, or the only one, as PostgreSQL's tsquery; `MARK` stands where each slice's own front belongs. */
export function likenessQuery(words: readonly string[]): string {
  const term = (word: string): string => `'${MARK}${word}'`
  const pairs = words.slice(0, -1).map(
    (word, place) =>
      `(${term(word)} & (${words
        .slice(place + 1)
        .map(term)
        .join(' | ')}))`,
  )
  return `'${MARK}=thread' & (${pairs.length === 0 ? words.map(term).join('') : pairs.join(' | ')})`
}

export interface Alike {
  /** How many of the words it holds, and how many stand in its title. */
  readonly shared: number
  readonly inTitle: number
  readonly at: Temporal.Instant
}

const YEAR = 365 * 24 * 60 * 60 * 1000

/** By how many words are shared, those of titles twice; of equals the newer is first. */
export function likenessOf({ shared, inTitle, at }: Alike, now: Temporal.Instant): number {
  return shared + inTitle + YEAR / (YEAR + Math.max(0, now.epochMilliseconds - at.epochMilliseconds))
}
