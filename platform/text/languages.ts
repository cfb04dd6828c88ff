/** The languages Baton speaks. */
export const languages = ['en', 'pt', 'de', 'ja', 'ar'] as const
export type Language = (typeof languages)[number]

const rightToLeft: ReadonlySet<string> = new Set(['ar'])
const usualRegion: Readonly<Record<Language, string>> = { en: 'GB', pt: 'BR', de: 'DE', ja: 'JP', ar: 'EG' }

// Where the week begins on another day than Monday, by Unicode's CLDR; the regions in which one of our languages is official or common.
const sunday = new Set(
  'AG BD BH BS BW BZ CA CO DM ET GT HK HN ID IL IN JM JP KE KH KR MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW BR'.split(
    ' ',
  ),
)
const saturday = new Set('AE AF DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' '))

/** How a language is written: `rtl` from right to left. */
export const directionOf = (language: Language): 'ltr' | 'rtl' => (rightToLeft.has(language) ? 'rtl' : 'ltr')

/** A language in its own words: `Deutsch`, `日本語`. */
export function ownNameOf(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)
}

/** The language of a tag such as `de-CH`, if it is one of ours. */
export function languageOf(tag: string): Language | null {
  const [base = ''] = tag.toLowerCase().split('-')
  return languages.find((language) => language === base) ?? null
}

/** The tag by which dates and numbers are written: the first wished for in this language, or in the first of ours; with its region. */
export function localeFor(language: Language | null, wished: readonly string[]): string {
  const tags = wished.flatMap((tag) => readTag(tag) ?? [])
  const spoken = language ?? tags.map(({ language }) => language)[0] ?? 'en'
  const region = tags.find((tag) => tag.language === spoken)?.region ?? usualRegion[spoken]
  // Digits stay Latin, so that times read alike in sentences and on axes, which stay left to right.
  return spoken === 'ar' ? `ar-${region}-u-ca-gregory-nu-latn` : `${spoken}-${region}`
}

/** The first day of the week where this locale is used, as ISO counts days: 1 for Monday. */
export function weekStartOf(locale: string): number {
  const region = new Intl.Locale(locale).region ?? ''
  if (sunday.has(region)) return 7
  return saturday.has(region) ? 6 : 1
}

function readTag(tag: string): { readonly language: Language; readonly region: string | undefined } | null {
  const language = languageOf(tag)
  if (language === null) return null
  try {
    return { language, region: new Intl.Locale(tag).region }
  } catch {
    return null
  }
}
