import { z } from 'zod'
import { date, name } from '#platform/contract/shapes.ts'

const start = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time from 00:00 to 23:59, such as 09:00')
const end = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Write a time from 00:00 to 24:00, such as 17:00')
const interval = z.tuple([start, end], 'Write a start and an end, such as ["09:00", "17:00"]')
type Interval = z.output<typeof interval>

const intervals = z
  .array(interval)
  .max(12, 'Use at most 12 intervals a date')
  .superRefine((list, ctx) => {
    for (const index of overlapping(list)) {
      ctx.addIssue({ code: 'custom', path: [index], message: 'This overlaps another interval of the same date. Join them or move one' })
    }
  })

const weekly = z.record(z.string().regex(/^[1-7]$/), intervals, forKeys('Weekdays are 1 (Monday) to 7 (Sunday)'))
const overrides = z
  .record(date, intervals, forKeys('Write a date such as 2026-11-23'))
  .refine((dates) => Object.keys(dates).length <= 400, 'Use at most 400 overrides')

const timeZone = z
  .string()
  .refine(isZone, { abort: true, error: 'Use a time zone by name, such as Europe/Lisbon' })
  .overwrite((zone) => new Temporal.ZonedDateTime(0n, zone).timeZoneId)

const instant = z.iso
  .datetime({ offset: true, abort: true, error: 'Write an instant such as 2026-11-23T09:00:00Z' })
  .overwrite((value) => Temporal.Instant.from(value).toString())

const travel = z
  .array(z.strictObject({ from: date, timeZone }))
  .max(50, 'Use at most 50 travel entries')
  .superRefine((entries, ctx) => {
    const seen = new Set<string>()
    for (const [index, { from }] of entries.entries()) {
      if (seen.has(from)) ctx.addIssue({ code: 'custom', path: [index, 'from'], message: 'Another entry begins on this date. Keep one' })
      seen.add(from)
    }
  })

const startsBeforeEnd = { path: ['start'], message: 'The start must be before the end' }
const block = z.strictObject({ start: instant, end: instant }).refine(isForward, startsBeforeEnd)
const awayDates = z
  .strictObject({ from: date, to: date, cover: name.optional() })
  .refine(({ from, to }) => from <= to, { path: ['from'], message: 'The first date must not be after the last' })
const awayInstants = z.strictObject({ start: instant, end: instant, cover: name.optional() }).refine(isForward, startsBeforeEnd)
const away = z.union([awayDates, awayInstants], 'Write from and to (dates) or start and end (instants), and a cover if you like')

const focus = z.strictObject({
  weekly: weekly.default({}),
  blocks: z.array(block).max(200, 'Use at most 200 focus blocks').default([]),
})

const delivery = z.string().regex(/^(start|([01]\d|2[0-3]):[0-5]\d)$/, 'Write "start" or a time such as 16:00')

/** When a person works, when only urgent things come through, when not at all, and when digests come: the form of a PUT. */
export const Calendar = z.strictObject({
  timeZone,
  travel: travel.default([]),
  weekly,
  overrides: overrides.default({}),
  away: z.array(away).max(100, 'Use at most 100 away entries').default([]),
  focus: focus.prefault({}),
  deliveries: z.array(delivery).max(96, 'Use at most 96 delivery times').default(['start', '16:00']),
  urgentOutside: z.boolean().default(false),
})
export type Calendar = z.output<typeof Calendar>

/** By when an answer is needed: within working days, on a date, at an instant, or at no time in particular. */
export const NeededBy = z.union(
  [
    z.strictObject({
      in: z.number().refine(isCountOfDays, 'Use 0 to 250 working days').meta({ type: 'integer', minimum: 0, maximum: 250 }),
    }),
    z.strictObject({ on: date }),
    z.strictObject({ at: instant }),
    z.literal('whenever'),
  ],
  'Write {"in": working days}, {"on": date}, {"at": instant} or "whenever"',
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
  return Number.isInteger(value) && value >= 0 && value <= 250
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

function forKeys(message: string) {
  return { error: (issue: { code?: string }) => (issue.code === 'invalid_key' ? message : undefined) }
}
