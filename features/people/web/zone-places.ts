import { formatterOf } from '#platform/text/moment.ts'
import { reader } from '#platform/text/reader.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { citiesOf } from './zone-cities.ts'

/** A place by which a zone can be found. */
export interface ZonePlace {
  readonly zone: string
  readonly city: string
  /** In the reader's language; empty where the browser does not know it. */
  readonly country: string
}

interface Sought extends ZonePlace {
  readonly cityWords: string
  readonly countryWords: string
  /** Empty for a city that the zone is not named after. */
  readonly zoneWords: string
  /** All by which it is found, each word behind a space. */
  readonly words: string
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const MOST = 40
const known = new Map<string, readonly Sought[]>()

/** The places that fit what is typed, in any order of words and without regard to accents, best first: a city, a country, the name of a zone. */
export function placesFor(typed: string): readonly ZonePlace[] {
  const q = plain(typed)
  const words = q.split(' ').filter(Boolean)
  const found = allPlaces().filter(({ words: all }) =>
    words.every((word) => all.includes(` ${word}`) || (isWithoutSpaces(word) && all.includes(word))),
  )
  return found.toSorted((one, other) => rankOf(one, q) - rankOf(other, q)).slice(0, MOST)
}

/** How well a place fits: all of a name before its beginning, a city before a country, what a zone is named after before what lies in it too. */
function rankOf({ cityWords, countryWords, zoneWords }: Sought, q: string): number {
  if (cityWords === q || zoneWords === q) return 0
  if (countryWords === q) return 1
  if (`${cityWords} ${countryWords}`.startsWith(q)) return 2
  if (countryWords.startsWith(q)) return 3
  return zoneWords === '' ? 5 : 4
}

/** Whether there is a zone by this name, also one that no list names. */
export function isZone(name: string): boolean {
  try {
    // An offset such as +02:00 would be taken as a zone: names begin with a letter.
    return /^[A-Za-z]/.test(name) && canonical(name) !== ''
  } catch {
    return false
  }
}

const withOffset = { timeZoneName: 'shortOffset' } as const

/** `GMT+5:30`, as the reader's language has it. */
export function offsetOf(zone: string, now: Temporal.Instant): string {
  const parts = formatterOf(withOffset, reader().locale, zone).formatToParts(now.epochMilliseconds)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** Every place in the reader's language, by its name. What the browser says of zones takes a moment, so it is asked once. */
function allPlaces(): readonly Sought[] {
  const { locale } = reader()
  const made = known.get(locale) ?? placesIn(locale)
  known.set(locale, made)
  return made
}

function placesIn(locale: string): readonly Sought[] {
  const countries = countriesIn(locale)
  const others = new Map(Object.entries(citiesOf).map(([zone, cities]) => [canonical(zone), cities]))
  const sorting = new Intl.Collator(locale)
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
    .flatMap((zone) => {
      const named = countries.get(zone) ?? []
      const local = plain(localName(zone, locale))
      return [zoneCity(zone), ...(others.get(zone) ?? [])].map((city, index) => {
        const zoneWords = index === 0 ? plain(zone) : ''
        const words = ` ${[city, ...named, zone, local].map(plain).join(' ')}`
        return { zone, city, country: named[0] ?? '', cityWords: plain(city), countryWords: plain(named[0] ?? ''), zoneWords, words }
      })
    })
    .toSorted((one, other) => sorting.compare(one.city, other.city))
}

/** The countries of each zone, the one it is named after first. */
function countriesIn(locale: string): ReadonlyMap<string, readonly string[]> {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const found = new Map<string, string[]>()
  for (const code of [...LETTERS].flatMap((one) => [...LETTERS].map((other) => one + other))) {
    const name = names.of(code)
    const region = new Intl.Locale('und', { region: code })
    // Some codes are of countries that are no more.
    if (name === undefined || new Intl.Locale(region.toString()).region !== code) continue
    for (const zone of region.getTimeZones?.() ?? []) found.set(zone, [...(found.get(zone) ?? []), name])
  }
  return found
}

/** What the reader's language calls the time of a zone, mostly after its city or country. */
function localName(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(0)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

const canonical = (zone: string): string => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone

/** Japanese and the like do not put words apart. */
const isWithoutSpaces = (word: string): boolean => /[^\p{Script=Latin}\p{N}]/u.test(word)

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
