import { readFileSync } from 'node:fs'
import type { Language } from '#platform/text/languages.ts'
import { type Reader, type Translations, type Wishes, readerOf } from '#platform/text/reader.ts'

/** The files of translations that mails take their texts from. */
const files = ['time', 'delivery'] as const
const known = new Map<Language, Translations>()

/** Whom a mail is written for: as they chose, else as the browser that last signed in asks for. */
export function receiverOf(wishes: Wishes, browserLocale: string | null): Reader {
  const receiver = readerOf(wishes, browserLocale === null ? [] : [browserLocale], {})
  return { ...receiver, translations: translationsOf(receiver.language) }
}

/** Read once, when the first mail in a language is written. */
function translationsOf(language: Language): Translations {
  if (language === 'en') return {}
  const texts = known.get(language) ?? readTranslations(language)
  known.set(language, texts)
  return texts
}

function readTranslations(language: Language): Translations {
  const read = (file: string): Translations =>
    JSON.parse(readFileSync(new URL(`../../languages/${language}/${file}.json`, import.meta.url), 'utf8')) as Translations
  return Object.assign({}, ...files.map(read)) as Translations
}
