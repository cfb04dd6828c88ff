import { type Reader, type Wishes, readerOf } from '#platform/text/reader.ts'
import { translationsOf } from './translations.ts'

/** Whom a mail is written for: as they chose, else as the browser that last signed in asks for. */
export function receiverOf(wishes: Wishes, browserLocale: string | null): Reader {
  const receiver = readerOf(wishes, browserLocale === null ? [] : [browserLocale], {})
  return { ...receiver, translations: translationsOf(receiver.language) }
}
