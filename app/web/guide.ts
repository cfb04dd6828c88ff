import type { Language } from '#platform/text/languages.ts'
import { reader } from '#platform/text/reader.ts'

/** A chapter of the guide, as the build makes it: its title, and its text as HTML. */
export interface Chapter {
  readonly title: string
  readonly html: string
}

/** The chapters of one language by their names. */
export type Guide = Readonly<Record<string, Chapter>>

/** The chapters in the order in which they are read. */
export const order = [
  'first-day',
  'your-hours',
  'asking-well',
  'reading',
  'urgent',
  'being-away',
  'finding',
  'keys',
  'language-and-time',
  'your-team',
  'command-line',
] as const

const guides: Readonly<Record<Language, () => Promise<{ readonly guide: Guide }>>> = {
  en: () => import('virtual:guide/en'),
  pt: () => import('virtual:guide/pt'),
  de: () => import('virtual:guide/de'),
  ja: () => import('virtual:guide/ja'),
  ar: () => import('virtual:guide/ar'),
}

/** The guide in the language of whoever reads: a script of its own, so that nobody fetches the others. */
export const readersGuide = async (): Promise<Guide> => (await guides[reader().language]()).guide
