import type { Language } from './languages.ts'
import { reader } from './reader.ts'

/** What was said once and is read later, in each language that was spoken then. */
export type KeptWords = Readonly<Partial<Record<Language, string>>> & { readonly en: string }

/** The same words for whoever reads them now. */
export const saidAgain = (words: KeptWords): string => words[reader().language] ?? words.en
