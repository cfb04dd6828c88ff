import type { Said } from '#platform/contract/failure.ts'
import { type KeptWords, saidAgain } from '#platform/text/kept-words.ts'
import { languages } from '#platform/text/languages.ts'
import { writtenFor } from '#platform/text/reader.ts'
import { readerAt } from './translations.ts'

/** Says something in every language at once, for those who read it later. */
export function keepWords(say: Said): KeptWords {
  const said = languages.map((language) => [language, writtenFor(readerAt([language]), say)] as const)
  return { en: say(), ...Object.fromEntries(said) }
}

/** What was kept, for whoever asks for these languages, the most wanted first. */
export function readWords(words: KeptWords | null, wished: readonly string[] = []): string | null {
  return words && writtenFor(readerAt(wished), () => saidAgain(words))
}
