import type { Question } from './question.ts'
import { wordTexts } from './segment.ts'

/**
 * Each word is kept with its workspace and the week of its text in front: `1.2960/export`. So the index holds one short list for a word and
 * week, and looking through the newest weeks costs what these hold, not what all years hold; also for a prefix.
 */
export const WEEK = 7 * 24 * 60 * 60

export interface Slice {
  readonly workspaceId: number
  /** Weeks since 1970; `p` for people and `s` for spaces, which have no time. */
  readonly week: number | 'p' | 's'
}

export const weekOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000 / WEEK)
const before = ({ workspaceId, week }: Slice): string => `${workspaceId}.${week}/`

/** Where the slice belongs in a query; no word has it. */
export const MARK = '§'

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
  const places = new Map<string, { at: string; count: number }>()
  const front = before(slice)
  let place = 0
  let bytes = 0
  const add = (text: string, mark: string): void => {
    for (const word of wordTexts(text)) {
      place += 1
      const known = places.get(word)
      bytes += known ? 2 : front.length + 3 * word.length + 4
      if (bytes > MOST_BYTES) return
      const here = `${Math.min(place, LAST_PLACE)}${mark}`
      if (!known) places.set(word, { at: here, count: 1 })
      else if (known.count < MOST_PLACES) {
        known.at += `,${here}`
        known.count += 1
      }
    }
  }
  add(title, 'A')
  // Nothing is near that stands in the title and in the text.
  place += GAP
  add(body, '')
  let vector = signs.map((sign) => `'${front}${sign}'`).join(' ')
  for (const [word, { at }] of places) vector += ` '${front}${word}':${at}`
  return vector
}

/** Signs of which one must be there, or, where `not`, none. */
export interface Signed {
  readonly any: readonly string[]
  readonly not: boolean
}

type Words = Pick<Question, 'phrases' | 'prefix' | 'without'>

/**
 * A question as PostgreSQL's tsquery, with a mark where the slice belongs that is looked through; null when it names neither word nor sign that
 * must be there, and finds nothing.
 */
export function tsqueryOf(words: Words, signed: readonly Signed[]): string | null {
  const hasNone = words.phrases.length === 0 && words.prefix === null && !signed.some(({ not }) => !not)
  if (hasNone) return null
  return [
    ...termsOf(words),
    ...words.without.map((phrase) => `!${phraseOf(phrase)}`),
    ...signed.map(({ any, not }) => `${not ? '!' : ''}(${any.map((sign) => `'${MARK}${sign}'`).join(' | ')})`),
  ].join(' & ')
}

/** The words alone: what nearness is measured by. */
export function rankingOf(words: Pick<Words, 'phrases' | 'prefix'>): string | null {
  return termsOf(words).join(' & ') || null
}

/** A query for one slice. */
export const within = (slice: Slice, query: string): string => query.replaceAll(MARK, before(slice))

function termsOf({ phrases, prefix }: Pick<Words, 'phrases' | 'prefix'>): string[] {
  const whole = phrases.map(phraseOf)
  return prefix === null ? whole : [...whole, `'${MARK}${prefix}':*`]
}

const phraseOf = (words: readonly string[]): string => `(${words.map((word) => `'${MARK}${word}'`).join(' <-> ')})`
