/** Plans per second on one core: 1,000 random calendars with travel, focus and away over clock changes, 100 plans each, resolving included. */
import { Calendar, type NeededBy } from '#features/availability/contract/calendar.ts'
import { dateOf } from '#features/availability/rules/dates.ts'
import { type PlanRequest, plan } from '#features/availability/rules/plan.ts'
import { resolve } from '#features/availability/rules/resolve.ts'

const CALENDARS = 1_000
const PLANS = 100
const RUNS = 5
const BAR = 100_000

const MINUTE = 60_000
const DAY = 1_440 * MINUTE
const YEAR = Temporal.Instant.from('2026-01-01T00:00:00Z').epochMilliseconds
const ZONES = [
  'Europe/Lisbon',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Havana',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tokyo',
  'Asia/Beirut',
  'Asia/Jerusalem',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Pacific/Honolulu',
  'Pacific/Kiritimati',
  'UTC',
]

/** The same numbers for the same seed (mulberry32), from 0 up to but without `below`. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Random = ReturnType<typeof numbers>

const many = <Item>(count: number, make: (index: number) => Item): Item[] => Array.from({ length: count }, (_, index) => make(index))
const instant = (time: number): string => Temporal.Instant.fromEpochMilliseconds(time).toString()
const clock = (quarters: number): string =>
  `${String(Math.floor(quarters / 4) % 24).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`
const someDate = (random: Random): string => dateOf(YEAR / DAY + random(365))

function hours(random: Random): [string, string][] {
  const start = 20 + random(20)
  const pause = start + 8 + random(10)
  const end = pause + 4 + random(30)
  return [
    [clock(start), clock(pause)],
    [clock(pause + 2), clock(end + 2)],
  ]
}

function block(random: Random, longest: number): { start: string; end: string } {
  const start = YEAR + random(365 * 96) * 15 * MINUTE
  return { start: instant(start), end: instant(start + (1 + random(longest)) * 15 * MINUTE) }
}

function someCalendar(random: Random): Calendar {
  const days = [1, 2, 3, 4, 5, 6, 7].filter(() => random(7) < 5)
  const trips = new Map(many(random(6), () => [someDate(random), ZONES[random(ZONES.length)]!]))
  return Calendar.parse({
    timeZone: ZONES[random(ZONES.length)],
    travel: [...trips].map(([from, timeZone]) => ({ from, timeZone })),
    weekly: Object.fromEntries(days.map((day) => [day, hours(random)])),
    overrides: Object.fromEntries(many(12, () => [someDate(random), random(2) === 0 ? [] : hours(random)])),
    away: many(6, () => block(random, 96 * 14)),
    focus: {
      weekly: Object.fromEntries(days.map((day) => [day, [[clock(36 + random(12)), clock(52 + random(8))]]])),
      blocks: many(40, () => block(random, 16)),
    },
    deliveries: ['start', clock(random(96)), clock(random(96))],
  })
}

function neededBy(random: Random, at: number): NeededBy {
  if (random(6) === 0) return 'whenever'
  if (random(3) === 0) return { at: instant(at + random(10 * 96) * 15 * MINUTE) }
  return random(2) === 0 ? { in: random(10) } : { on: dateOf(Math.floor(at / DAY) + random(20)) }
}

function request(random: Random): PlanRequest {
  const at = YEAR + random(365 * 1_440) * MINUTE
  return { at, attention: (['timely', 'timely', 'timely', 'digest', 'urgent'] as const)[random(5)]!, neededBy: neededBy(random, at) }
}

const random = numbers(1)
const work = many(CALENDARS, () => ({ calendar: someCalendar(random), requests: many(PLANS, () => request(random)) }))

/** By the time this process had a core, so that neighbours on the machine do not count; what it collects as garbage does. */
function plansPerSecond(): number {
  const before = process.cpuUsage()
  for (const { calendar, requests } of work) {
    const resolved = resolve(calendar)
    for (const each of requests) plan(resolved, each)
  }
  const { user, system } = process.cpuUsage(before)
  return (CALENDARS * PLANS) / ((user + system) / 1_000_000)
}

const figures = many(RUNS, plansPerSecond)
const median = figures.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!
const row = { name: 'attention', figure: `${Math.round(median)} plans/s`, bar: `${BAR} plans/s`, pass: median >= BAR }
process.stdout.write(`${JSON.stringify({ ...row, runs: figures.map(Math.round) })}\n`)
