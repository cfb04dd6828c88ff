import { readFileSync } from 'node:fs'
import type { Language } from '#platform/text/languages.ts'
import { type Reader, type Translations, type Wishes, readerOf } from '#platform/text/reader.ts'

/** The files of translations that a server takes texts from. */
const files = ['time', 'delivery', 'refusals'] as const
const known = new Map<Language, Translations>()
const noWishes: Wishes = { language: null, clock: null, weekStart: null }

/** The texts of a language, for a server; read once, when first something is written in it. */
export function translationsOf(language: Language): Translations {
  if (language === 'en') return {}
  const texts = known.get(language) ?? readTranslations(language)
  known.set(language, texts)
  return texts
}

/** Whom an answer is written for of whom only is known what they ask for: tags of languages, the most wanted first. */
export function readerAt(wished: readonly string[]): Reader {
  const reader = readerOf(noWishes, wished, {})
  return { ...reader, translations: translationsOf(reader.language) }
}

function readTranslations(language: Language): Translations {
  const read = (file: string): Translations =>
    JSON.parse(readFileSync(new URL(`../../languages/${language}/${file}.json`, import.meta.url), 'utf8')) as Translations
  return Object.assign({}, ...files.map(read)) as Translations
}
