import { type Language, directionOf, languageOf } from '#platform/text/languages.ts'
import { type Translations, type Wishes, reader, readerOf, writeFor } from '#platform/text/reader.ts'

const NAME = 'speech'
const none: Wishes = { language: null, clock: null, weekStart: null }

/** Fetches the texts of a language: those of the first page, and those of all others. */
export interface Parts {
  first(): Promise<{ readonly texts: Translations }>
  rest(): Promise<{ readonly texts: Translations }>
}
type Spoken = Readonly<Record<Exclude<Language, 'en'>, Parts>>

let parts: Parts | null = null
let whole: Promise<void> | null = null
/** The wishes that this page is written by. */
let followed = none

/** Writes for whoever reads here: as they chose, else as this browser asks for. A language that cannot be fetched leaves English. */
export async function speak(spoken: Spoken): Promise<void> {
  followed = kept()
  const made = readerOf(followed, navigator.languages, {})
  parts = made.language === 'en' ? null : spoken[made.language]
  const fetched = await parts?.first().catch(() => null)
  if (fetched === null) parts = null
  writeFor(
    fetched === null ? readerOf({ ...followed, language: 'en' }, navigator.languages, {}) : { ...made, translations: fetched?.texts ?? {} },
  )
  const { language } = reader()
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}

/** Comes when all texts of the reader's language are there. */
export async function allWords(): Promise<void> {
  if (parts !== null) await (whole ??= addRest(parts))
}

async function addRest(some: Parts): Promise<void> {
  try {
    const { texts } = await some.rest()
    writeFor({ ...reader(), translations: { ...reader().translations, ...texts } })
  } catch {
    // What is shown now is better shown in English than not at all.
    whole = null
  }
}

/** Keeps on this device how its person wishes to be written for. Where this page is written in another way, it begins anew. */
export function noteWishes({ language, clock, weekStart }: Wishes): void {
  const said = JSON.stringify({ language, clock, weekStart } satisfies Wishes)
  if (said === JSON.stringify(followed)) return
  localStorage.setItem(NAME, said)
  // Without a place to keep it, it would begin anew for ever.
  if (JSON.stringify(kept()) === said) location.reload()
}

function kept(): Wishes {
  try {
    const { language, clock, weekStart } = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<Record<keyof Wishes, unknown>>
    return {
      language: typeof language === 'string' ? languageOf(language) : null,
      clock: clock === 12 || clock === 24 ? clock : null,
      weekStart: typeof weekStart === 'number' ? weekStart : null,
    }
  } catch {
    return none
  }
}
