import type { Question } from './question.ts'
import { wordsOf } from './segment.ts'

/**
 * Each word is kept with its workspace and the week of its text in front: `1.2960/export`. So the index holds one short list for a word and
 * week, and looking through the newest weeks costs what these hold, not what all years hold; also for a prefix.
 */
const WEEK = 7 * 24 * 60 * 60

export interface Slice {
  readonly workspaceId: number
  /** Weeks since 1970; `p` for people and `s` for spaces, which have no time. */
  readonly week: number | 'p' | 's'
}

export const weekOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000 / WEEK)
const before = ({ workspaceId, week }: Slice): string => `${workspaceId}.${week}/`

export interface Text {
  readonly title: string
  readonly body: string
  /** What is kept beside the words, as `signs.ts` writes it. */
  readonly signs: readonly string[]
}

const GAP = 10
const MOST_PLACES = 200
const LAST_PLACE = 16_383
/** PostgreSQL takes a megabyte; a character is three bytes at most. */
const MOST_BYTES = 900_000

/** A text as PostgreSQL's tsvector: each word with its places, those of the title marked, and the signs. */
export function vectorOf(slice: Slice, { title, body, signs }: Text): string {
  const places = new Map<string, string[]>()
  const front = before(slice)
  let place = 0
  let bytes = 0
  const add = (text: string, mark: string): void => {
    for (const word of wordsOf(text)) {
      place += 1
      const known = places.get(word.text) ?? []
      bytes += known.length === 0 ? front.length + 3 * word.text.length + 4 : 2
      if (bytes > MOST_BYTES) return
      if (known.length < MOST_PLACES) known.push(`${Math.min(place, LAST_PLACE)}${mark}`)
      places.set(word.text, known)
    }
  }
  add(title, 'A')
  // Nothing is near that stands in the title and in the text.
  place += GAP
  add(body, '')
  const kept = signs.map((sign) => `'${front}${sign}'`)
  return [...kept, ...Array.from(places, ([word, at]) => `'${front}${word}':${at.join(',')}`)].join(' ')
}

/** Signs of which one must be there, or, where `not`, none. */
export interface Signed {
  readonly any: readonly string[]
  readonly not: boolean
}

type Words = Pick<Question, 'phrases' | 'prefix' | 'without'>

/** A question as PostgreSQL's tsquery over these slices; empty when it names neither word nor sign that must be there, and finds nothing. */
export function tsqueryOf(slices: readonly Slice[], words: Words, signed: readonly Signed[]): string {
  const hasNone = words.phrases.length === 0 && words.prefix === null && !signed.some(({ not }) => !not)
  if (hasNone) return ''
  const terms = (front: string): string =>
    [
      ...termsOf(words, front),
      ...words.without.map((phrase) => `!${phraseOf(phrase, front)}`),
      ...signed.map(({ any, not }) => `${not ? '!' : ''}(${any.map((sign) => `'${front}${sign}'`).join(' | ')})`),
    ].join(' & ')
  return slices.map((slice) => `(${terms(before(slice))})`).join(' | ')
}

/** The words alone, with a mark where each row's own slice belongs: what nearness is measured by. */
export function rankingOf(words: Pick<Words, 'phrases' | 'prefix'>): string | null {
  return termsOf(words, '§').join(' & ') || null
}

function termsOf({ phrases, prefix }: Pick<Words, 'phrases' | 'prefix'>, front: string): string[] {
  const whole = phrases.map((words) => phraseOf(words, front))
  return prefix === null ? whole : [...whole, `'${front}${prefix}':*`]
}

const phraseOf = (words: readonly string[], front: string): string => `(${words.map((word) => `'${front}${word}'`).join(' <-> ')})`
