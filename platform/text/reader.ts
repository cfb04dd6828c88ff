import { type Language, localeFor, weekStartOf } from './languages.ts'

/** The texts of a language: by the name of their catalogue and their key, each a sentence or its forms for counting. */
export type Translations = Record<string, Readonly<Record<string, string | Readonly<Record<string, string>>>>>

/** For whom texts, dates and numbers are written. */
export interface Reader {
  readonly language: Language
  /** The tag by which dates, numbers and lists are written: `pt-BR`. */
  readonly locale: string
  /** Hours of the clock; null for as many as the locale has. */
  readonly clock: 12 | 24 | null
  /** The first day of the week as ISO counts days: 1 for Monday. */
  readonly weekStart: number
  /** Empty for English, whose texts stand in the code. */
  readonly translations: Translations
}

/** What a person chose; null where it is as their browser, or their language, has it. */
export interface Wishes {
  readonly language: Language | null
  readonly clock: 12 | 24 | null
  readonly weekStart: number | null
}

const locale = localeFor('en', [])
let current: Reader = { language: 'en', locale, clock: null, weekStart: weekStartOf(locale), translations: {} }

/** Who reads what is being written. */
export const reader = (): Reader => current

/** Everything from now on is written for this reader: in a browser, where there is one. */
export function writeFor(reader: Reader): void {
  current = reader
}

/** What `write` answers, written for this reader. It ends before it returns: on a server each reader has their turn. */
export function writtenFor<T>(reader: Reader, write: () => T extends Promise<unknown> ? never : T): T {
  const before = current
  current = reader
  try {
    return write()
  } finally {
    current = before
  }
}

/** The reader that these wishes make, with the texts of their language. `wished` is what their browser asks for, the most wanted first. */
export function readerOf(wishes: Wishes, wished: readonly string[], translations: Translations): Reader {
  const locale = localeFor(wishes.language, wished)
  const language = localeLanguage(locale)
  return { language, locale, clock: wishes.clock, weekStart: wishes.weekStart ?? weekStartOf(locale), translations }
}

const localeLanguage = (locale: string): Language => locale.slice(0, 2) as Language
