import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Calendar, defaultCalendar, type NeededBy } from '#features/availability/contract/calendar.ts'
import { resolve } from '#features/availability/rules/resolve.ts'
import { type Schedule, scheduleAgain, scheduleForNext, scheduleOf, timesAgain } from './schedule.ts'

const START = Temporal.Instant.from('2026-11-23T00:00:00Z').epochMilliseconds
const instants = fc
  .integer({ min: 0, max: 60 * 24 * 40 })
  .map((minutes) => Temporal.Instant.fromEpochMilliseconds(START + minutes * 60_000))
const zones = fc.constantFrom('Europe/Lisbon', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia', 'Australia/Lord_Howe')
const intervals = fc.constantFrom(
  [['09:00', '17:00']],
  [['20:00', '02:00']],
  [
    ['08:00', '12:00'],
    ['18:00', '21:00'],
  ],
  [],
)
const calendars = fc
  .record({
    timeZone: zones,
    weekly: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), intervals),
    deliveries: fc.constantFrom(['start', '16:00'], ['11:00'], []),
  })
  .map((given) => resolve(Calendar.parse(given)))
const wishes = (at: Temporal.Instant): fc.Arbitrary<NeededBy | null> =>
  fc.oneof(
    fc.constant(null),
    fc.constant('whenever' as const),
    fc.integer({ min: 0, max: 12 }).map((days) => ({ in: days })),
    fc.integer({ min: 0, max: 20 }).map((days) => ({
      on: at
        .add({ hours: 24 * days })
        .toString()
        .slice(0, 10),
    })),
    fc.integer({ min: 0, max: 400 }).map((hours) => ({ at: at.add({ hours }).toString() })),
  )
const asks = instants.chain((at) => fc.record({ at: fc.constant(at), neededBy: wishes(at), respondWithin: fc.integer({ min: 0, max: 3 }) }))
const ms = (instant: Temporal.Instant | null): number | null => instant?.epochMilliseconds ?? null

function ensurePromised(schedule: Schedule): void {
  const { deliverAt, dueAt, unreachable, tight, expiresAt } = schedule
  if (deliverAt !== null && dueAt !== null && !unreachable) assert.ok(ms(deliverAt)! <= ms(dueAt)!, 'it comes before it is due')
  assert.ok(!(tight && unreachable))
  assert.ok(dueAt === null || ms(expiresAt)! > ms(dueAt)!, 'it ends after it is due')
}

test('however an ask is planned, passed or moved, it comes before it is due unless it says that it cannot', () => {
  fc.assert(
    fc.property(calendars, calendars, asks, instants, (first, second, { at, ...wanted }, later) => {
      const sent = scheduleOf(first, { ...wanted, attention: 'timely', isOwn: false }, at)
      ensurePromised(sent)
      const now = Temporal.Instant.compare(later, at) < 0 ? at : later
      const course = { ...wanted, askedAt: at, neededFrom: at }
      ensurePromised(scheduleForNext(second, course, { isOwn: false, now }))
      ensurePromised(
        scheduleAgain(second, { ...course, neededFrom: now, interrupts: false, deliverAt: sent.deliverAt, deliveredAt: null }, now),
      )
    }),
    { numRuns: 500 },
  )
})

test('planning again before delivery, by the same calendar, changes nothing', () => {
  fc.assert(
    fc.property(calendars, asks, fc.double({ min: 0, max: 1, noNaN: true }), (calendar, { at, ...wanted }, part) => {
      const { interrupts: _, deliveredAt: __, ...sent } = scheduleOf(calendar, { ...wanted, attention: 'timely', isOwn: false }, at)
      const until = ms(sent.deliverAt) ?? at.epochMilliseconds
      const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(at.epochMilliseconds + (until - at.epochMilliseconds) * part))
      const again = scheduleAgain(
        calendar,
        { ...wanted, askedAt: at, neededFrom: at, interrupts: false, deliverAt: sent.deliverAt, deliveredAt: null },
        now,
      )
      assert.deepEqual(readable(again), readable(sent))
    }),
    { numRuns: 500 },
  )
})

test('for what has come, another calendar never moves due later', () => {
  fc.assert(
    fc.property(calendars, calendars, asks, (before, after, { at, ...wanted }) => {
      const sent = scheduleOf(before, { ...wanted, attention: 'timely', isOwn: false }, at)
      const standing = { ...wanted, askedAt: at, neededFrom: at, interrupts: false, deliverAt: sent.deliverAt, deliveredAt: sent.deliverAt }
      const { dueAt } = timesAgain(after, standing, sent.dueAt)
      assert.ok(sent.dueAt === null ? dueAt === null : dueAt !== null && ms(dueAt)! <= ms(sent.dueAt)!)
    }),
    { numRuns: 300 },
  )
})

test('urgent interrupts whoever works, also in focus, and nobody else', () => {
  const calendar = resolve(defaultCalendar('Asia/Kolkata'))
  const urgent = { neededBy: null, respondWithin: 1, attention: 'urgent', isOwn: false } as const
  const [working, night] = ['2026-11-24T06:00:00Z', '2026-11-24T19:00:00Z'].map((at) => Temporal.Instant.from(at))
  assert.deepEqual(
    [scheduleOf(calendar, urgent, working!).interrupts, scheduleOf(calendar, urgent, working!).deliverAt?.toString()],
    [true, '2026-11-24T06:00:00Z'],
  )
  assert.deepEqual(
    [scheduleOf(calendar, urgent, night!).interrupts, scheduleOf(calendar, urgent, night!).deliverAt?.toString()],
    [false, '2026-11-25T03:30:00Z'],
  )
})

const readable = (schedule: Schedule) =>
  Object.fromEntries(Object.entries(schedule).map(([key, value]) => [key, value instanceof Temporal.Instant ? value.toString() : value]))
