import { formatHour, hasTwelveHours } from './format-time.ts'
import { formatterOf } from './moment.ts'
import { reader } from './reader.ts'

/** A time of day that is kept as `17:30`, as the reader writes it. */
export function clockTime(kept: string): string {
  const [hours = 0, minutes = 0] = kept.split(':').map(Number)
  return hasTwelveHours() ? formatHour(hours + minutes / 60) : kept
}

/** What somebody typed as a time of day, as it is kept, where that can be told: `9`, `930`, `9:30 pm`. Else what they typed. */
export function keptTime(typed: string): string {
  const text = typed.trim()
  const [, hour = '', minutes = '00', half = ''] = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(\D*)$/.exec(text) ?? []
  if (hour === '') return text
  const afternoon = half === '' ? null : isAfternoon(half.trim())
  if (half !== '' && (afternoon === null || Number(hour) < 1 || Number(hour) > 12)) return text
  const hours = afternoon === null ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${minutes}`
}

/** Which half of the day is meant, in English or in the reader's language; null when neither is. */
function isAfternoon(half: string): boolean | null {
  const said = half.toLowerCase().replaceAll(/[.\s]/g, '')
  if (/^[ap]m?$/.test(said)) return said.startsWith('p')
  const [morning, afternoon] = [9, 21].map((hour) => halfOf(hour))
  return said === morning ? false : said === afternoon ? true : null
}

const twelve = { hour: 'numeric', hourCycle: 'h12' } as const

function halfOf(hour: number): string | undefined {
  const parts = formatterOf(twelve, reader().locale, 'UTC').formatToParts(Date.UTC(2024, 0, 1, hour))
  return parts
    .find(({ type }) => type === 'dayPeriod')
    ?.value.toLowerCase()
    .replaceAll(/[.\s]/g, '')
}
