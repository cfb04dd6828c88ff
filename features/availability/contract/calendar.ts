import { z } from 'zod'
import { date, instantIn, name } from '#platform/contract/shapes.ts'
import { refusalText as sharedText } from '#platform/contract/refusal-texts.ts'
import { words } from '#platform/contract/words.ts'
import { refusalText } from '../rules/refusal-texts.ts'

/** A time of a day on the clock: '09:00'. */
export const timeOfDay = z.string().regex(
  /^([01]\d|2[0-3]):[0-5]\d$/,
  words(() => refusalText('timeOfDay', { example: '09:00' })),
)
const end = z.string().regex(
  /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/,
  words(() => refusalText('endOfDay', { example: '17:00' })),
)
const interval = z.tuple(
  [timeOfDay, end],
  words(() => refusalText('interval', { example: '["09:00", "17:00"]' })),
)
type Interval = z.output<typeof interval>

const intervals = z
  .array(interval)
  .max(12)
  .superRefine((list, ctx) => {
    for (const index of overlapping(list)) {
      ctx.addIssue({ code: 'custom', input: list, path: [index], say: () => refusalText('overlaps') })
    }
  })

const weekly = z.record(
  z.string().regex(
    /^[1-7]$/,
    words(() => refusalText('weekdayKey')),
  ),
  intervals,
)
const overrides = z.record(date, intervals).refine(
  (dates) => Object.keys(dates).length <= 400,
  words(() => sharedText('tooMany', { count: 400 })),
)

const timeZone = z
  .string()
  .refine(isZone, { abort: true, ...words(() => refusalText('zoneByName', { example: 'Europe/Lisbon' })) })
  .overwrite((zone) => new Temporal.ZonedDateTime(0n, zone).timeZoneId)

const instant = instantIn.overwrite((value) => Temporal.Instant.from(value).toString())

const travel = z
  .array(z.strictObject({ from: date, timeZone }))
  .max(50)
  .superRefine((entries, ctx) => {
    const seen = new Set<string>()
    for (const [index, { from }] of entries.entries()) {
      if (seen.has(from)) ctx.addIssue({ code: 'custom', input: entries, path: [index, 'from'], say: () => refusalText('sameDate') })
      seen.add(from)
    }
  })

const startsBeforeEnd = { path: ['start'], ...words(() => refusalText('startBeforeEnd')) }
const block = z.strictObject({ start: instant, end: instant }).refine(isForward, startsBeforeEnd)
const awayDates = z
  .strictObject({ from: date, to: date, cover: name.optional() })
  .refine(({ from, to }) => from <= to, { path: ['from'], ...words(() => refusalText('firstBeforeLast')) })
const awayInstants = z.strictObject({ start: instant, end: instant, cover: name.optional() }).refine(isForward, startsBeforeEnd)
const away = z.union(
  [awayDates, awayInstants],
  words(() => refusalText('awayShape')),
)

const focus = z.strictObject({
  weekly: weekly.default({}),
  blocks: z.array(block).max(200).default([]),
})

const delivery = z.string().regex(
  /^(start|([01]\d|2[0-3]):[0-5]\d)$/,
  words(() => refusalText('deliveryTime', { start: '"start"', example: '16:00' })),
)

/** When a person works, when only urgent things come through, when not at all, and when digests come: the form of a PUT. */
export const Calendar = z.strictObject({
  timeZone,
  travel: travel.default([]),
  weekly,
  overrides: overrides.default({}),
  away: z.array(away).max(100).default([]),
  focus: focus.prefault({}),
  deliveries: z.array(delivery).max(96).default(['start', '16:00']),
  urgentOutside: z.boolean().default(false),
})
export type Calendar = z.output<typeof Calendar>

const MOST_DAYS = 250

/** By when an answer is needed: within working days, on a date, at an instant, or at no time in particular. */
export const NeededBy = z.union(
  [
    z.strictObject({
      in: z
        .number()
        .refine(
          isCountOfDays,
          words(() => refusalText('workingDays', { count: MOST_DAYS })),
        )
        .meta({ type: 'integer', minimum: 0, maximum: MOST_DAYS }),
    }),
    z.strictObject({ on: date }),
    z.strictObject({ at: instant }),
    z.literal('whenever'),
  ],
  words(() =>
    refusalText('neededByShape', {
      days: '{"in": 2}',
      date: '{"on": "2026-11-23"}',
      instant: '{"at": "2026-11-23T09:00:00Z"}',
      whenever: '"whenever"',
    }),
  ),
)
export type NeededBy = z.output<typeof NeededBy>

/** The calendar of a person who has not set their hours: Monday to Friday, nine to five. */
export function defaultCalendar(zone: string): Calendar {
  const day: Interval[] = [['09:00', '17:00']]
  return Calendar.parse({ timeZone: zone, weekly: { 1: day, 2: day, 3: day, 4: day, 5: day } })
}

function isZone(zone: string): boolean {
  try {
    // An offset such as +02:00 would be taken as a zone: names begin with a letter.
    return /^[A-Za-z]/.test(zone) && new Temporal.ZonedDateTime(0n, zone).timeZoneId !== ''
  } catch {
    return false
  }
}

function isForward(given: { start: string; end: string }): boolean {
  return Temporal.Instant.compare(given.start, given.end) < 0
}

function isCountOfDays(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_DAYS
}

/** Where in the list an interval begins before an earlier one of its date has ended. */
function overlapping(list: readonly Interval[]): number[] {
  const sorted = list.map(([from, to], index) => ({ index, from, to })).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return sorted.filter((later, at) => runsInto(sorted[at - 1], later.from)).map(({ index }) => index)
}

/** An end at or before its start lies past midnight, so after every start of the date. */
function runsInto(earlier: { from: string; to: string } | undefined, from: string): boolean {
  return earlier !== undefined && (earlier.to <= earlier.from || earlier.to > from)
}
