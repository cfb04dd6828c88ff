import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { Calendar, type NeededBy } from '../contract/calendar.ts'
import { DAY, HOUR, MINUTE, dateOf } from './dates.ts'
import { digestTimes, nextDigest } from './digests.ts'
import { type Plan, type PlanRequest, plan } from './plan.ts'
import {
  away,
  firstOpen,
  firstWorked,
  isOpen,
  isWorking,
  lastWorkedBefore,
  localDateWorked,
  open,
  openTimeBetween,
  openUntil,
  working,
} from './reach.ts'
import { resolve } from './resolve.ts'

/*
 * A second reading of the text: date by date, through Temporal alone, asking every interval about every moment. It shares nothing with what it
 * checks, and is a thousand times slower.
 */

interface Interval {
  readonly start: number
  readonly end: number
}

interface Dated {
  readonly date: Temporal.PlainDate
  readonly zone: string
  readonly hours: Interval[]
  readonly focus: Interval[]
}

const YEAR = 366 * DAY
const iso = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toString()
const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const holds = ({ start, end }: Interval, t: number): boolean => start <= t && t < end
const earliest = (times: number[]): number | null => (times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)))
const latest = (times: number[]): number | null => (times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)))

const wall = (zone: string, date: Temporal.PlainDate, time: string): number =>
  (time === '24:00'
    ? date.add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: '00:00' })
    : date.toZonedDateTime({ timeZone: zone, plainTime: time })
  ).epochMilliseconds

const resolved = (zone: string, date: Temporal.PlainDate, hours: [string, string][]): Interval[] => {
  if (!date.toZonedDateTime(zone).toPlainDate().equals(date)) return []
  return hours
    .map(([from, to]) => ({ start: wall(zone, date, from), end: wall(zone, to <= from ? date.add({ days: 1 }) : date, to) }))
    .filter(({ start, end }) => start < end)
}

function naive(calendar: Calendar, at: number) {
  const zoneOn = (date: Temporal.PlainDate): string =>
    calendar.travel
      .filter(({ from }) => from <= date.toString())
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .at(-1)?.timeZone ?? calendar.timeZone

  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate()
  const dates: Dated[] = Array.from({ length: 395 }, (_, index) => {
    const date = today.add({ days: index - 15 })
    const zone = zoneOn(date)
    const weekday = String(date.dayOfWeek)
    return {
      date,
      zone,
      hours: resolved(zone, date, calendar.overrides[date.toString()] ?? calendar.weekly[weekday] ?? []),
      focus: resolved(zone, date, calendar.focus.weekly[weekday] ?? []),
    }
  })
  const absences: Interval[] = calendar.away.map((entry) => {
    if ('start' in entry) return { start: ms(entry.start), end: ms(entry.end) }
    const [first, last] = [Temporal.PlainDate.from(entry.from), Temporal.PlainDate.from(entry.to)]
    return { start: wall(zoneOn(first), first, '00:00'), end: wall(zoneOn(last), last, '24:00') }
  })
  const focusBlocks: Interval[] = calendar.focus.blocks.map(({ start, end }) => ({ start: ms(start), end: ms(end) }))

  const near = (t: number): Dated[] => {
    const index = Math.floor(t / DAY) - Math.floor(at / DAY) + 15
    return dates.slice(Math.max(0, index - 5), index + 6)
  }
  const isAway = (t: number): boolean => absences.some((each) => holds(each, t))
  const works = (t: number): boolean => near(t).some(({ hours }) => hours.some((each) => holds(each, t))) && !isAway(t)
  const focusAt = (t: number): Interval | undefined =>
    [...near(t).flatMap(({ focus }) => focus), ...focusBlocks].find((each) => holds(each, t))
  const opens = (t: number): boolean => works(t) && !focusAt(t)

  const edges = [
    ...new Set(
      [...dates.flatMap(({ hours, focus }) => [...hours, ...focus]), ...absences, ...focusBlocks].flatMap(({ start, end }) => [start, end]),
    ),
  ].toSorted((a, b) => a - b)
  const first = (holding: (t: number) => boolean, from: number): number | null =>
    [from, ...edges.filter((edge) => edge > from && edge <= from + YEAR)].find(holding) ?? null
  const workedUntil = (t: number): number | null => {
    const before = edges.filter((edge) => edge < t && edge >= t - YEAR)
    const start = before.findLast(works)
    return start === undefined
      ? null
      : Math.min(
          edges.find((edge) => edge > start)!,
          t,
        )
  }
  const openTime = (a: number, b: number): number => {
    const cuts = [a, ...edges.filter((edge) => a < edge && edge < b), b]
    return cuts.slice(0, -1).reduce((sum, cut, index) => sum + (opens(cut) ? Math.max(0, cuts[index + 1]! - cut) : 0), 0)
  }

  const own = ({ hours }: Dated): Interval[] =>
    hours.flatMap(({ start, end }) => {
      const cuts = [start, ...absences.flatMap((each) => [each.start, each.end]).filter((cut) => start < cut && cut < end), end].toSorted(
        (a, b) => a - b,
      )
      return cuts
        .slice(0, -1)
        .map((cut, index) => ({ start: cut, end: cuts[index + 1]! }))
        .filter((part) => part.start < part.end && !isAway(part.start))
    })
  const endOf = (date: Dated): number | null => latest(own(date).map(({ end }) => end))
  const ownWorkFrom = (date: Dated, t: number): number | null =>
    earliest(
      own(date)
        .filter(({ end }) => end > t)
        .map(({ start }) => Math.max(start, t)),
    )

  const digestsOf = (date: Dated): number[] => {
    if (!date.date.toZonedDateTime(date.zone).toPlainDate().equals(date.date)) return []
    return calendar.deliveries.flatMap((entry) => {
      let t = entry === 'start' ? earliest(own(date).map(({ start }) => start)) : wall(date.zone, date.date, entry)
      if (t !== null && !works(t)) t = ownWorkFrom(date, t)
      for (let block = t === null ? undefined : focusAt(t); t !== null && block; block = t === null ? undefined : focusAt(t))
        t = ownWorkFrom(date, block.end)
      return t === null ? [] : [t]
    })
  }
  const digests = [...new Set(dates.flatMap(digestsOf))].toSorted((a, b) => a - b)
  const digestFrom = (from: number): number | null => digests.find((t) => t >= from && t <= from + YEAR) ?? null
  const dateWorked = (t: number): Dated | undefined =>
    isAway(t) ? undefined : near(t).find(({ hours }) => hours.some((each) => holds(each, t)))

  const due = (o: number, neededBy: NeededBy): Omit<Plan, 'deliverAt' | 'tight' | 'never'> => {
    const plain = { unreachable: false, outside: false, suggest: [] }
    if (neededBy === 'whenever') return { ...plain, due: null }
    if ('in' in neededBy) {
      const date = dateWorked(o)!
      if (neededBy.in === 0) return { ...plain, due: endOf(date) }
      const later = dates.filter((each) => Temporal.PlainDate.compare(each.date, date.date) > 0)
      const end = later.map(endOf).filter((each) => each !== null && each > o)[neededBy.in - 1]
      return { ...plain, due: end === undefined || end === null || end > o + YEAR ? null : end }
    }
    if ('on' in neededBy) {
      const date = Temporal.PlainDate.from(neededBy.on)
      const end = dates
        .filter((each) => Temporal.PlainDate.compare(each.date, date) <= 0)
        .map(endOf)
        .findLast((each) => each !== null)
      if (end !== undefined && end !== null && end > o) return { ...plain, due: end }
      return { ...plain, due: wall(zoneOn(date), date, '24:00'), unreachable: true }
    }
    const instant = ms(neededBy.at)
    if (works(instant)) return { ...plain, due: instant, unreachable: instant < o }
    const suggest = [workedUntil(instant), first(works, instant)].filter((each) => each !== null)
    return { due: instant, unreachable: instant < o, outside: true, suggest }
  }

  const planned = ({ attention, neededBy = { in: 1 } }: PlanRequest): Plan => {
    const nothing = { deliverAt: null, due: null, tight: false, unreachable: false, never: false, outside: false, suggest: [] }
    const o = first(opens, at)
    if (o === null) return { ...nothing, never: true }
    if (attention === 'digest') return { ...nothing, deliverAt: digestFrom(at) }
    const meant = due(o, neededBy)
    const digest = digestFrom(at)
    const anHour = (from: number): boolean => meant.due === null || openTime(from, meant.due) >= HOUR
    const timely = !meant.unreachable && digest !== null && anHour(digest) ? digest : o
    const deliverAt = attention === 'urgent' && (works(at) || calendar.urgentOutside) ? at : timely
    return { ...meant, deliverAt, tight: !meant.unreachable && !anHour(deliverAt), never: false }
  }
  return { works, opens, first, workedUntil, openTime, digests, digestFrom, dateWorked, isAway, planned }
}

const zones = [
  'Europe/Lisbon',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Pacific/Honolulu',
  'America/Santiago',
  'UTC',
]
/* Around clock changes of both hemispheres, and the two dates that Apia and Kiritimati never had. */
const moments = [
  '2026-03-28',
  '2026-03-08',
  '2026-10-24',
  '2026-10-31',
  '2026-04-04',
  '2026-09-05',
  '2026-09-26',
  '2026-04-23',
  '2026-06-15',
  '2011-12-29',
  '1994-12-30',
]
const base = fc.constantFrom(...moments).map((date) => ms(`${date}T00:00:00Z`))
const clock = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
const quarters = (most: number) => fc.integer({ min: 0, max: most })

/** Any number of intervals a date; with an odd count of times the last interval runs through the night. */
const hours = fc.uniqueArray(quarters(96), { maxLength: 6 }).map((marks) => {
  const sorted = marks.toSorted((a, b) => a - b)
  const pairs = sorted.flatMap((mark, index): [string, string][] => (index % 2 === 1 ? [[clock(sorted[index - 1]!), clock(mark)]] : []))
  const last = sorted.at(-1)
  const night: [string, string][] =
    sorted.length % 2 === 1 && last !== undefined && last < 96 ? [[clock(last), clock(Math.floor(last / 2))]] : []
  return [...pairs, ...night]
})
const week = (least: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: least, maxLength: 7 })
    .chain((days) => fc.tuple(...days.map((day) => fc.tuple(fc.constant(String(day)), hours))))
    .map((entries) => Object.fromEntries(entries))
const date = (from: number) => fc.integer({ min: -4, max: 12 }).map((days) => dateOf(Math.floor(from / DAY) + days))
const blocks = (from: number, longest: number) =>
  fc
    .tuple(fc.integer({ min: -4 * 96, max: 10 * 96 }), fc.integer({ min: 1, max: longest }))
    .map(([start, length]) => ({ start: iso(from + start * 15 * MINUTE), end: iso(from + (start + length) * 15 * MINUTE) }))
const dates = (from: number) =>
  fc
    .tuple(date(from), fc.integer({ min: 0, max: 3 }))
    .map(([first, days]) => ({ from: first, to: Temporal.PlainDate.from(first).add({ days }).toString() }))

const calendars = (from: number) =>
  fc
    .record({
      timeZone: fc.constantFrom(...zones),
      travel: fc.uniqueArray(fc.record({ from: date(from), timeZone: fc.constantFrom(...zones) }), {
        maxLength: 3,
        selector: (entry) => entry.from,
      }),
      weekly: fc.oneof({ weight: 12, arbitrary: week(3) }, { weight: 1, arbitrary: week(0) }, { weight: 1, arbitrary: fc.constant({}) }),
      overrides: fc.dictionary(date(from), hours, { maxKeys: 3 }),
      away: fc.array(fc.oneof(blocks(from, 200), dates(from)), { maxLength: 3 }),
      focus: fc.record({ weekly: week(0), blocks: fc.array(blocks(from, 40), { maxLength: 3 }) }),
      deliveries: fc.array(fc.oneof(fc.constant('start'), quarters(95).map(clock)), { maxLength: 4 }),
      urgentOutside: fc.boolean(),
    })
    .map((calendar) => Calendar.parse(calendar))

const needs = (at: number): fc.Arbitrary<NeededBy> =>
  fc.oneof(
    fc.constant('whenever' as const),
    fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 250 })).map((days) => ({ in: days })),
    fc.integer({ min: -1, max: 9 }).map((days) => ({ on: dateOf(Math.floor(at / DAY) + days) })),
    fc.integer({ min: 0, max: 8 * 96 }).map((quarter) => ({ at: iso(at + quarter * 15 * MINUTE) })),
  )
const attention = fc.constantFrom('urgent' as const, 'timely' as const, 'digest' as const)
const minute = fc.integer({ min: -2 * 1440, max: 4 * 1440 })

const cases = base.chain((from) =>
  fc
    .record({ calendar: calendars(from), at: minute.map((minutes) => from + minutes * MINUTE) })
    .chain(({ calendar, at }) =>
      fc.record({ calendar: fc.constant(calendar), request: fc.record({ at: fc.constant(at), attention, neededBy: needs(at) }) }),
    ),
)
const within = (runs: number): fc.Parameters<unknown> => ({ numRuns: runs, seed: 20261123 })
const shown = (found: Plan) => ({
  ...found,
  deliverAt: found.deliverAt === null ? null : iso(found.deliverAt),
  due: found.due === null ? null : iso(found.due),
  suggest: found.suggest.map(iso),
})

test('a plan is what the text says, read a second time', () => {
  fc.assert(
    fc.property(cases, ({ calendar, request }) => {
      assert.deepEqual(shown(plan(resolve(calendar), request)), shown(naive(calendar, request.at).planned(request)))
    }),
    within(250),
  )
})

test('working, open, the date worked and the digests are what the text says, quarter by quarter', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 14 }), ({ calendar, request: { at } }, offset) => {
      const [r, text] = [resolve(calendar), naive(calendar, at)]
      for (let t = at - 2 * DAY + offset * MINUTE; t < at + 3 * DAY; t += 15 * MINUTE) {
        assert.equal(isWorking(r, t), text.works(t), `working at ${iso(t)}`)
        assert.equal(isOpen(r, t), text.opens(t), `open at ${iso(t)}`)
        assert.equal(localDateWorked(r, t), text.dateWorked(t)?.date.toString() ?? null, `the date of ${iso(t)}`)
      }
      const [from, to] = [at - 5 * DAY, at + 40 * DAY]
      assert.deepEqual(digestTimes(r, from, to).map(iso), text.digests.filter((t) => t >= from && t < to).map(iso))
      assert.equal(nextDigest(r, at), text.digestFrom(at))
    }),
    within(60),
  )
})

test('searches find the first and the last, and sums of open time agree', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 0, max: 20 * 96 }), ({ calendar, request: { at } }, later) => {
      const [r, text, to] = [resolve(calendar), naive(calendar, at), at + later * 15 * MINUTE]
      assert.equal(firstOpen(r, at), text.first(text.opens, at))
      assert.equal(firstWorked(r, at), text.first(text.works, at))
      assert.equal(openTimeBetween(r, at, to), text.openTime(at, to))
      if (text.workedUntil(to) !== null) assert.equal(lastWorkedBefore(r, to), text.workedUntil(to))
    }),
    within(120),
  )
})

test('nothing open lies before the first open instant, minute by minute', () => {
  fc.assert(
    fc.property(cases, ({ calendar, request: { at } }) => {
      const r = resolve(calendar)
      const found = firstOpen(r, at)
      if (found !== null) assert.ok(isOpen(r, found) && isWorking(r, found))
      for (let t = at; t < Math.min(found ?? Infinity, at + 5 * DAY); t += MINUTE) assert.equal(isOpen(r, t), false)
      const until = found === null ? null : openUntil(r, found)
      for (let t = found ?? Infinity; t < Math.min(until ?? Infinity, at + 5 * DAY); t += MINUTE) assert.ok(isOpen(r, t))
      if (until !== null && until < found! + YEAR) assert.equal(isOpen(r, until), false)
    }),
    within(100),
  )
})

test('nothing but urgent is delivered when the receiver is not open', () => {
  fc.assert(
    fc.property(cases, ({ calendar, request }) => {
      const r = resolve(calendar)
      const { deliverAt } = plan(r, request)
      if (deliverAt === null) return
      assert.ok(deliverAt >= request.at)
      if (request.attention !== 'urgent') assert.ok(isOpen(r, deliverAt))
      else assert.ok(isOpen(r, deliverAt) || (deliverAt === request.at && (isWorking(r, deliverAt) || calendar.urgentOutside)))
    }),
    within(2_000),
  )
})

test('delivery comes before due unless the receiver cannot be reached, and tight never goes with unreachable', () => {
  fc.assert(
    fc.property(cases, ({ calendar, request }) => {
      const found = plan(resolve(calendar), request)
      if (found.deliverAt !== null && found.due !== null && !found.unreachable) assert.ok(found.deliverAt <= found.due)
      assert.equal(found.tight && found.unreachable, false)
      if (found.never)
        assert.deepEqual(found, { deliverAt: null, due: null, tight: false, unreachable: false, never: true, outside: false, suggest: [] })
      assert.equal(found.never, firstOpen(resolve(calendar), request.at) === null)
    }),
    within(2_000),
  )
})

const dueOf = ({ due, unreachable, outside, suggest }: Plan) => ({ due, unreachable, outside, suggest })

test('due hangs on the calendar alone, neither on class nor on deliveries', () => {
  fc.assert(
    fc.property(cases, ({ calendar, request }) => {
      const timely = dueOf(plan(resolve(calendar), { ...request, attention: 'timely' }))
      assert.deepEqual(dueOf(plan(resolve(calendar), { ...request, attention: 'urgent' })), timely)
      assert.deepEqual(dueOf(plan(resolve({ ...calendar, deliveries: ['start'] }), { ...request, attention: 'timely' })), timely)
      assert.deepEqual(dueOf(plan(resolve({ ...calendar, deliveries: [] }), { ...request, attention: 'timely' })), timely)
    }),
    within(1_000),
  )
})

test('planning is idempotent, whatever was asked before and whenever it is done again', () => {
  fc.assert(
    fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ calendar, request }, share) => {
      const r = resolve(calendar)
      const found = plan(r, request)
      digestTimes(r, request.at - 60 * DAY, request.at + 200 * DAY)
      assert.deepEqual(plan(r, request), found)
      assert.deepEqual(plan(resolve(calendar), request), found)
      const unhurried = plan(r, { at: request.at, attention: 'timely', neededBy: 'whenever' }).deliverAt
      if (unhurried === null) return
      const at = request.at + Math.floor(share * (unhurried - request.at))
      assert.equal(plan(r, { at, attention: 'timely', neededBy: 'whenever' }).deliverAt, unhurried)
    }),
    within(1_000),
  )
})

test('a calendar moved by whole weeks moves its plans by as much, where no clock changes', () => {
  const steady = fc.constantFrom('UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Honolulu')
  fc.assert(
    fc.property(
      cases,
      fc.array(steady, { minLength: 4, maxLength: 4 }),
      fc.integer({ min: -30, max: 30 }),
      ({ calendar, request }, names, weeks) => {
        const here = {
          ...calendar,
          timeZone: names[0]!,
          travel: calendar.travel.map((entry, index) => ({ ...entry, timeZone: names[index + 1]! })),
        }
        const by = weeks * 7 * DAY
        const found = plan(resolve(here), request)
        const moved = plan(resolve(movedBy(here, weeks * 7)), {
          ...request,
          at: request.at + by,
          neededBy: needMovedBy(request.neededBy, weeks * 7),
        })
        const shift = (instant: number | null): number | null => (instant === null ? null : instant + by)
        assert.deepEqual(moved, {
          ...found,
          deliverAt: shift(found.deliverAt),
          due: shift(found.due),
          suggest: found.suggest.map((each) => each + by),
        })
      },
    ),
    within(1_000),
  )
})

test('what is listed as working, open and away agrees with every moment', () => {
  fc.assert(
    fc.property(cases, ({ calendar, request: { at } }) => {
      const r = resolve(calendar)
      const [from, to] = [at - 20 * DAY, at + 20 * DAY]
      const lists = [working(r, from, to), open(r, from, to), away(r, from, to)]
      for (const list of lists) {
        for (const [index, { start, end }] of list.entries())
          assert.ok(from <= start && start < end && end <= to && (index === 0 || list[index - 1]!.end < start))
      }
      const [worked, opened, absent] = lists.map((list) => (t: number) => list.some((span) => holds(span, t)))
      for (let t = from; t < to; t += 45 * MINUTE) {
        assert.equal(worked!(t), isWorking(r, t))
        assert.equal(opened!(t), isOpen(r, t))
        if (absent!(t)) assert.equal(isWorking(r, t), false)
      }
    }),
    within(100),
  )
})

const dayMoved = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()
const moved = (instant: string, days: number): string => iso(ms(instant) + days * DAY)

function movedBy(calendar: Calendar, days: number): Calendar {
  const spans = (block: { start: string; end: string }) => ({ start: moved(block.start, days), end: moved(block.end, days) })
  return {
    ...calendar,
    travel: calendar.travel.map((entry) => ({ ...entry, from: dayMoved(entry.from, days) })),
    overrides: Object.fromEntries(Object.entries(calendar.overrides).map(([day, list]) => [dayMoved(day, days), list])),
    away: calendar.away.map((entry) =>
      'start' in entry ? spans(entry) : { from: dayMoved(entry.from, days), to: dayMoved(entry.to, days) },
    ),
    focus: { ...calendar.focus, blocks: calendar.focus.blocks.map(spans) },
  }
}

function needMovedBy(neededBy: NeededBy, days: number): NeededBy {
  if (typeof neededBy === 'string' || 'in' in neededBy) return neededBy
  return 'on' in neededBy ? { on: dayMoved(neededBy.on, days) } : { at: moved(neededBy.at, days) }
}
