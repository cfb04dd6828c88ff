import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { Calendar, type NeededBy } from '../contract/calendar.ts'
import { ensureNeededBy } from './needed-by.ts'
import { type PlanRequest, plan } from './plan.ts'
import { type Resolved, resolve } from './resolve.ts'

type Fields = Partial<z.input<typeof Calendar>>
type Hours = [string, string][]

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const iso = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toString().replace(':00Z', 'Z')
const weekdays = (...hours: Hours) => ({ 1: hours, 2: hours, 3: hours, 4: hours, 5: hours })
const everyDay = (...hours: Hours) => ({ ...weekdays(...hours), 6: hours, 7: hours })

/** Somebody in Lisbon, nine to five, Monday to Friday, but for what is said. */
const person = (fields: Fields = {}): Resolved =>
  resolve(Calendar.parse({ timeZone: 'Europe/Lisbon', weekly: weekdays(['09:00', '17:00']), ...fields }))
const kolkata = person({ timeZone: 'Asia/Kolkata' })

/** What happens to a thing sent at an instant: when it is delivered, when it is due, and what else is so. */
function sent(r: Resolved, at: string, request: Omit<Partial<PlanRequest>, 'at'> = {}): string {
  const { deliverAt, due, suggest, tight, unreachable, never, outside } = plan(r, { at: ms(at), attention: 'timely', ...request })
  const said = Object.entries({ tight, unreachable, never, outside })
    .filter(([, so]) => so)
    .map(([word]) => word)
  const times = [deliverAt, due].map((time) => (time === null ? 'none' : iso(time)))
  return [...times, ...said, ...suggest.map(iso)].join(' ')
}
const needs = (neededBy: NeededBy) => ({ neededBy })

/* 2026-11-23 is a Monday. Lisbon keeps UTC until 29 March 2026, one hour ahead until 25 October, and UTC again. */

test('an evening ask across zones waits for the start of the receiver’s day', () => {
  assert.equal(sent(kolkata, '2026-11-23T19:00Z', needs({ in: 1 })), '2026-11-24T03:30Z 2026-11-25T11:30Z')
})

test('an ask that can wait comes with the next digest', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z'), '2026-11-23T16:00Z 2026-11-24T17:00Z')
})

test('a digest that leaves exactly one open hour is early enough', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', needs({ in: 0 })), '2026-11-23T16:00Z 2026-11-23T17:00Z')
})

test('a digest that leaves less than an open hour is too late, so the first open instant is taken', () => {
  const r = person({ deliveries: ['start', '16:15'] })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ in: 0 })), '2026-11-23T10:00Z 2026-11-23T17:00Z')
})

test('an ask in the last hour of the day it is needed is tight', () => {
  assert.equal(sent(person(), '2026-11-23T16:10Z', needs({ in: 0 })), '2026-11-23T16:10Z 2026-11-23T17:00Z tight')
})

test('a digest at the very instant of sending is the next digest', () => {
  assert.equal(sent(person(), '2026-11-23T16:00Z'), '2026-11-23T16:00Z 2026-11-24T17:00Z')
})

test('a digest a millisecond before sending is past', () => {
  assert.equal(sent(person(), '2026-11-23T16:00:00.001Z'), '2026-11-24T09:00Z 2026-11-24T17:00Z')
})

test('a weekend does not count as working days', () => {
  assert.equal(sent(person(), '2026-11-27T18:00Z', needs({ in: 1 })), '2026-11-30T09:00Z 2026-12-01T17:00Z')
})

test('without a needed-by the space says how many working days', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', { respondWithin: 3 }), '2026-11-23T16:00Z 2026-11-26T17:00Z')
  assert.equal(sent(person(), '2026-11-23T10:00Z', { respondWithin: 0 }), '2026-11-23T16:00Z 2026-11-23T17:00Z')
})

test('a needed-by of one’s own beats what the space says', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', { respondWithin: 3, ...needs({ in: 2 }) }), '2026-11-23T16:00Z 2026-11-25T17:00Z')
})

test('whenever has no due and comes with the next digest', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', needs('whenever')), '2026-11-23T16:00Z none')
})

test('what comes by digest has no due, whatever it says', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', { attention: 'digest', ...needs({ in: 0 }) }), '2026-11-23T16:00Z none')
})

test('a date that is worked means its end', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', needs({ on: '2026-11-25' })), '2026-11-23T16:00Z 2026-11-25T17:00Z')
})

test('a date at the weekend means the Friday before it', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', needs({ on: '2026-11-28' })), '2026-11-23T16:00Z 2026-11-27T17:00Z')
})

test('a weekend sent at the weekend cannot be met', () => {
  assert.equal(sent(person(), '2026-11-28T12:00Z', needs({ on: '2026-11-29' })), '2026-11-30T09:00Z 2026-11-30T00:00Z unreachable')
})

test('a date that ends at the very moment somebody is open first cannot be met', () => {
  const r = person({ weekly: everyDay(['00:00', '24:00']), deliveries: [] })
  assert.equal(sent(r, '2026-11-24T00:00Z', needs({ on: '2026-11-23' })), '2026-11-24T00:00Z 2026-11-24T00:00Z unreachable')
  assert.equal(sent(r, '2026-11-23T23:59Z', needs({ on: '2026-11-23' })), '2026-11-23T23:59Z 2026-11-24T00:00Z tight')
})

test('today asked for after work cannot be met', () => {
  assert.equal(sent(person(), '2026-11-23T18:00Z', needs({ on: '2026-11-23' })), '2026-11-24T09:00Z 2026-11-24T00:00Z unreachable')
})

test('yesterday, where it is still yesterday for the receiver, is met', () => {
  const r = person({ timeZone: 'Pacific/Pago_Pago' })
  assert.equal(sent(r, '2026-11-24T01:00Z', needs({ on: '2026-11-23' })), '2026-11-24T03:00Z 2026-11-24T04:00Z')
})

test('the last midnight of an unreachable date is that of the receiver’s zone', () => {
  assert.equal(sent(kolkata, '2026-11-28T12:00Z', needs({ on: '2026-11-29' })), '2026-11-30T03:30Z 2026-11-29T18:30Z unreachable')
})

test('a date with hours of its own ends with them', () => {
  const r = person({ overrides: { '2026-12-24': [['09:00', '12:00']] } })
  assert.equal(sent(r, '2026-12-22T10:00Z', needs({ on: '2026-12-24' })), '2026-12-22T16:00Z 2026-12-24T12:00Z')
})

test('a date off by override means the working day before', () => {
  const r = person({ overrides: { '2026-12-24': [] } })
  assert.equal(sent(r, '2026-12-22T10:00Z', needs({ on: '2026-12-24' })), '2026-12-22T16:00Z 2026-12-23T17:00Z')
})

test('a date within an absence means the last working day before it', () => {
  const r = person({ away: [{ from: '2026-12-14', to: '2027-01-08' }] })
  assert.equal(sent(r, '2026-12-08T10:00Z', needs({ on: '2027-01-05' })), '2026-12-08T16:00Z 2026-12-11T17:00Z')
})

test('a date years ahead, behind years of absence, means the last working day before them', () => {
  const r = person({ away: [{ from: '2027-01-01', to: '2099-12-30' }] })
  assert.equal(sent(r, '2026-12-08T10:00Z', needs({ on: '2099-12-30' })), '2026-12-08T16:00Z 2026-12-31T17:00Z')
})

test('an absence until noon leaves its last date a working day', () => {
  const r = person({ away: [{ start: '2026-11-24T00:00:00Z', end: '2026-12-02T12:00:00Z' }] })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ on: '2026-12-02' })), '2026-11-23T16:00Z 2026-12-02T17:00Z')
})

test('a date far ahead of the only day ever worked means that day', () => {
  const r = person({ weekly: {}, overrides: { '2026-11-24': [['09:00', '17:00']] } })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ on: '2090-01-01' })), '2026-11-24T09:00Z 2026-11-24T17:00Z')
})

test('of dates worked by way of exception the last one up to the date is meant', () => {
  const overrides: Record<string, Hours> = {
    '2026-11-24': [['09:00', '17:00']],
    '2026-11-25': [['09:00', '17:00']],
    '2026-11-28': [['09:00', '17:00']],
  }
  const r = person({ weekly: {}, overrides })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ on: '2026-11-26' })), '2026-11-24T09:00Z 2026-11-25T17:00Z')
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ on: '2026-11-27' })), '2026-11-24T09:00Z 2026-11-25T17:00Z')
})

test('an instant at work is due then', () => {
  assert.equal(sent(person(), '2026-11-23T18:00Z', needs({ at: '2026-11-24T12:00:00Z' })), '2026-11-24T09:00Z 2026-11-24T12:00Z')
})

test('an instant outside work says so, and names the worked ones around it', () => {
  const found = sent(person(), '2026-11-23T10:00Z', needs({ at: '2026-11-24T20:00:00Z' }))
  assert.equal(found, '2026-11-23T16:00Z 2026-11-24T20:00Z outside 2026-11-24T17:00Z 2026-11-25T09:00Z')
})

test('the moment work ends is not worked', () => {
  const found = sent(person(), '2026-11-23T10:00Z', needs({ at: '2026-11-24T17:00:00Z' }))
  assert.equal(found, '2026-11-23T16:00Z 2026-11-24T17:00Z outside 2026-11-24T17:00Z 2026-11-25T09:00Z')
})

test('an instant before the receiver is open is unreachable and delivered all the same', () => {
  const found = sent(person(), '2026-11-23T18:00Z', needs({ at: '2026-11-24T08:00:00Z' }))
  assert.equal(found, '2026-11-24T09:00Z 2026-11-24T08:00Z unreachable outside 2026-11-23T17:00Z 2026-11-24T09:00Z')
})

test('an instant within focus is unreachable, though it is worked', () => {
  const r = person({ focus: { weekly: { 1: [['09:00', '12:00']] } } })
  assert.equal(sent(r, '2026-11-23T09:30Z', needs({ at: '2026-11-23T11:00:00Z' })), '2026-11-23T12:00Z 2026-11-23T11:00Z unreachable')
})

test('the first open instant itself can be met, tightly', () => {
  assert.equal(sent(person(), '2026-11-23T18:00Z', needs({ at: '2026-11-24T09:00:00Z' })), '2026-11-24T09:00Z 2026-11-24T09:00Z tight')
})

test('an hour before due counts only where it is open', () => {
  const r = person({ weekly: weekdays(['09:00', '12:00'], ['14:00', '17:00']), deliveries: ['start', '11:30'] })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ at: '2026-11-23T14:15:00Z' })), '2026-11-23T10:00Z 2026-11-23T14:15Z')
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ at: '2026-11-23T14:30:00Z' })), '2026-11-23T11:30Z 2026-11-23T14:30Z')
})

test('an instant given with an offset is the same instant', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', needs({ at: '2026-11-24T14:00:00+02:00' })), '2026-11-23T16:00Z 2026-11-24T12:00Z')
})

test('urgent comes at once to somebody at work', () => {
  assert.equal(sent(person(), '2026-11-23T10:00Z', { attention: 'urgent' }), '2026-11-23T10:00Z 2026-11-24T17:00Z')
})

test('urgent comes at once into focus', () => {
  const r = person({ focus: { weekly: { 1: [['09:00', '12:00']] } } })
  assert.equal(sent(r, '2026-11-23T10:00Z', { attention: 'urgent', ...needs({ in: 0 }) }), '2026-11-23T10:00Z 2026-11-23T17:00Z')
})

test('urgent outside work goes as timely', () => {
  assert.equal(sent(person(), '2026-11-23T22:00Z', { attention: 'urgent' }), '2026-11-24T09:00Z 2026-11-25T17:00Z')
})

test('urgent outside work comes at once to those who allow it', () => {
  assert.equal(sent(person({ urgentOutside: true }), '2026-11-23T22:00Z', { attention: 'urgent' }), '2026-11-23T22:00Z 2026-11-25T17:00Z')
})

test('urgent outside work comes at once to whoever is on call', () => {
  assert.equal(sent(person(), '2026-11-23T03:00Z', { attention: 'urgent', onCall: true }), '2026-11-23T03:00Z 2026-11-24T17:00Z')
})

test('urgent reaches those on call even when they have no hours', () => {
  assert.equal(sent(person({ weekly: {} }), '2026-11-23T03:00Z', { attention: 'urgent', onCall: true }), '2026-11-23T03:00Z none')
})

test('being on call, or allowing urgent at any time, changes nothing for what is not urgent', () => {
  assert.equal(sent(person({ urgentOutside: true }), '2026-11-23T03:00Z', { onCall: true }), '2026-11-23T09:00Z 2026-11-24T17:00Z')
})

test('urgent with too little time is tight', () => {
  assert.equal(
    sent(person(), '2026-11-23T16:30Z', { attention: 'urgent', ...needs({ in: 0 }) }),
    '2026-11-23T16:30Z 2026-11-23T17:00Z tight',
  )
})

test('without digests an ask comes at the first open instant and the rest waits in the app', () => {
  const r = person({ deliveries: [] })
  assert.equal(sent(r, '2026-11-23T10:00Z'), '2026-11-23T10:00Z 2026-11-24T17:00Z')
  assert.equal(sent(r, '2026-11-23T20:00Z', needs('whenever')), '2026-11-24T09:00Z none')
  assert.equal(sent(r, '2026-11-23T10:00Z', { attention: 'digest' }), 'none none')
})

test('deliveries that never fall into work leave asks to the first open instant', () => {
  assert.equal(sent(person({ deliveries: ['22:00'] }), '2026-11-23T10:00Z'), '2026-11-23T10:00Z 2026-11-24T17:00Z')
})

test('somebody without hours is never reached, and nothing else is said', () => {
  const r = person({ weekly: {}, urgentOutside: true })
  for (const attention of ['urgent', 'timely', 'digest'] as const) {
    assert.equal(sent(r, '2026-11-23T10:00Z', { attention, ...needs({ at: '2026-11-23T11:00:00Z' }) }), 'none none never')
  }
})

test('an absence of years is never', () => {
  assert.equal(sent(person({ away: [{ from: '2026-11-01', to: '2029-01-01' }] }), '2026-11-23T10:00Z'), 'none none never')
})

test('the horizon of 366 days belongs to the search', () => {
  const r = person({ timeZone: 'UTC', weekly: {}, overrides: { '2027-11-24': [['10:00', '17:00']] } })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ in: 0 })), '2027-11-24T10:00Z 2027-11-24T17:00Z')
  assert.equal(sent(r, '2026-11-23T09:59:59.999Z', needs({ in: 0 })), 'none none never')
})

test('too many working days for the horizon have no due, and are planned as whenever', () => {
  const r = person({ weekly: { 1: [['09:00', '17:00']] }, deliveries: ['16:30'] })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ in: 52 })), '2026-11-23T16:30Z 2027-11-22T17:00Z')
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ in: 53 })), '2026-11-23T16:30Z none')
})

const workedAgainUntil = (end: string) =>
  person({ timeZone: 'UTC', weekly: {}, overrides: { '2026-11-23': [['09:00', '17:00']], '2027-11-24': [['08:00', end]] } })

test('a due at the very end of the horizon is found, one beyond it is not', () => {
  assert.equal(sent(workedAgainUntil('09:00'), '2026-11-23T09:00Z'), '2026-11-23T09:00Z 2027-11-24T09:00Z')
  assert.equal(sent(workedAgainUntil('09:15'), '2026-11-23T09:00Z'), '2026-11-23T09:00Z none')
})

test('an evening shift through midnight belongs to the date it begins on', () => {
  const r = person({ weekly: { 1: [['20:00', '02:00']] } })
  assert.equal(sent(r, '2026-11-24T00:30Z', needs({ in: 0 })), '2026-11-24T00:30Z 2026-11-24T02:00Z')
  assert.equal(sent(r, '2026-11-24T00:30Z', needs({ on: '2026-11-23' })), '2026-11-24T00:30Z 2026-11-24T02:00Z')
})

test('a night shift counts the next date’s own shift as the first working day', () => {
  const r = person({ weekly: everyDay(['20:00', '02:00']) })
  assert.equal(sent(r, '2026-11-24T01:00Z', needs({ in: 1 })), '2026-11-24T20:00Z 2026-11-25T02:00Z')
})

test('a day in three pieces ends with its last piece', () => {
  const r = person({ weekly: weekdays(['06:00', '08:00'], ['10:30', '13:00'], ['20:00', '22:30']), deliveries: ['start'] })
  assert.equal(sent(r, '2026-11-23T08:30Z', needs({ in: 0 })), '2026-11-23T10:30Z 2026-11-23T22:30Z')
})

test('24:00 is the end of the day', () => {
  const r = person({ weekly: { 1: [['18:00', '24:00']] } })
  assert.equal(sent(r, '2026-11-23T12:00Z', needs({ in: 0 })), '2026-11-23T18:00Z 2026-11-24T00:00Z')
})

test('an interval that ends as it starts lasts a day', () => {
  const r = person({ weekly: { 1: [['09:00', '09:00']] } })
  assert.equal(sent(r, '2026-11-24T08:30Z', needs({ in: 0 })), '2026-11-24T08:30Z 2026-11-24T09:00Z tight')
})

test('an absence takes the rest of the day from the day it begins in', () => {
  const r = person({ away: [{ start: '2026-11-23T12:00:00Z', end: '2026-11-24T12:00:00Z' }] })
  assert.equal(sent(r, '2026-11-23T09:30Z', needs({ in: 0 })), '2026-11-23T09:30Z 2026-11-23T12:00Z')
  assert.equal(sent(r, '2026-11-23T12:00Z', needs({ in: 0 })), '2026-11-24T12:00Z 2026-11-24T17:00Z')
})

test('dates of absence are not working days', () => {
  const r = person({ away: [{ from: '2026-11-24', to: '2026-11-25', cover: 'support' }] })
  assert.equal(sent(r, '2026-11-23T10:00Z', needs({ in: 1 })), '2026-11-23T16:00Z 2026-11-26T17:00Z')
})

test('an absence beats hours given by override, and a shift that began before it', () => {
  const r = person({
    weekly: { 7: [['20:00', '04:00']] },
    overrides: { '2026-11-23': [['09:00', '17:00']] },
    away: [{ from: '2026-11-23', to: '2026-11-23' }],
  })
  assert.equal(sent(r, '2026-11-22T21:00Z', needs({ in: 0 })), '2026-11-22T21:00Z 2026-11-23T00:00Z')
})

test('Lisbon in summer begins an hour earlier in UTC', () => {
  assert.equal(sent(person(), '2026-03-27T18:00Z', needs({ in: 0 })), '2026-03-30T08:00Z 2026-03-30T16:00Z')
  assert.equal(sent(person(), '2026-10-23T18:00Z', needs({ in: 0 })), '2026-10-26T09:00Z 2026-10-26T17:00Z')
})

test('a night shift into summer time is an hour short, out of it an hour long', () => {
  const r = person({ weekly: { 6: [['20:00', '02:00']] }, deliveries: ['start'] })
  assert.equal(sent(r, '2026-03-28T12:00Z', needs({ in: 0 })), '2026-03-28T20:00Z 2026-03-29T01:00Z')
  assert.equal(sent(r, '2026-10-24T12:00Z', needs({ in: 0 })), '2026-10-24T19:00Z 2026-10-25T02:00Z')
})

test('in Sydney summer time begins in October', () => {
  const r = person({ timeZone: 'Australia/Sydney' })
  assert.equal(sent(r, '2026-10-02T12:00Z', needs({ in: 0 })), '2026-10-04T22:00Z 2026-10-05T06:00Z')
  assert.equal(sent(r, '2026-04-03T12:00Z', needs({ in: 0 })), '2026-04-05T23:00Z 2026-04-06T07:00Z')
})

test('Lord Howe moves by half an hour', () => {
  const r = person({ timeZone: 'Australia/Lord_Howe' })
  assert.equal(sent(r, '2026-10-02T12:00Z', needs({ in: 0 })), '2026-10-04T22:00Z 2026-10-05T06:00Z')
  assert.equal(sent(r, '2026-04-03T12:00Z', needs({ in: 0 })), '2026-04-05T22:30Z 2026-04-06T06:30Z')
})

test('Kathmandu and Chatham stand at three quarters of an hour', () => {
  assert.equal(sent(person({ timeZone: 'Asia/Kathmandu' }), '2026-11-23T20:00Z', needs({ in: 0 })), '2026-11-24T03:15Z 2026-11-24T11:15Z')
  assert.equal(sent(person({ timeZone: 'Pacific/Chatham' }), '2026-11-22T10:00Z', needs({ in: 0 })), '2026-11-22T19:15Z 2026-11-23T03:15Z')
})

test('from the first date of a journey the hours are those of the place', () => {
  const r = person({ travel: [{ from: '2026-12-01', timeZone: 'Asia/Tokyo' }] })
  assert.equal(sent(r, '2026-11-30T18:00Z', needs({ in: 0 })), '2026-12-01T00:00Z 2026-12-01T08:00Z')
})

test('the newest journey holds, whatever their order', () => {
  const travel = [
    { from: '2026-12-03', timeZone: 'Europe/Lisbon' },
    { from: '2026-12-01', timeZone: 'Asia/Tokyo' },
  ]
  assert.equal(sent(person({ travel }), '2026-12-02T10:00Z', needs({ in: 0 })), '2026-12-03T09:00Z 2026-12-03T17:00Z')
  assert.equal(sent(person({ travel }), '2026-12-01T10:00Z', needs({ in: 0 })), '2026-12-02T00:00Z 2026-12-02T08:00Z')
})

test('a night shift begun before a journey ends by the clock it began with', () => {
  const r = person({ weekly: everyDay(['20:00', '02:00']), travel: [{ from: '2026-12-01', timeZone: 'Asia/Tokyo' }], deliveries: [] })
  assert.equal(sent(r, '2026-11-30T21:00Z', needs({ in: 0 })), '2026-11-30T21:00Z 2026-12-01T02:00Z')
})

test('going east over the date line a day seems lost, and the next is a whole one', () => {
  const r = person({ timeZone: 'Pacific/Auckland', travel: [{ from: '2026-12-02', timeZone: 'Pacific/Honolulu' }] })
  assert.equal(sent(r, '2026-12-01T05:00Z', needs({ in: 0 })), '2026-12-02T19:00Z 2026-12-03T03:00Z')
})

test('going west over the date line two dates are worked at once, and the earlier owns the moment', () => {
  const r = person({ timeZone: 'Pacific/Honolulu', travel: [{ from: '2026-12-02', timeZone: 'Pacific/Auckland' }], deliveries: [] })
  assert.equal(sent(r, '2026-12-01T20:30Z', needs({ in: 0 })), '2026-12-01T20:30Z 2026-12-02T03:00Z')
  assert.equal(sent(r, '2026-12-01T20:30Z', needs({ in: 1 })), '2026-12-01T20:30Z 2026-12-02T04:00Z')
  assert.equal(sent(r, '2026-12-02T03:30Z', needs({ in: 0 })), '2026-12-02T03:30Z 2026-12-02T04:00Z tight')
})

test('a later date that has already ended does not count', () => {
  const travel = [{ from: '2026-12-02', timeZone: 'Pacific/Auckland' }]
  const r = person({ timeZone: 'Pacific/Honolulu', travel, overrides: { '2026-12-02': [['09:00', '10:00']] }, deliveries: [] })
  assert.equal(sent(r, '2026-12-01T22:00Z', needs({ in: 1 })), '2026-12-01T22:00Z 2026-12-03T04:00Z')
})

test('a date that a zone never had is no working day', () => {
  const r = person({ timeZone: 'Pacific/Apia' })
  assert.equal(sent(r, '2011-12-30T02:00Z', needs({ in: 1 })), '2011-12-30T02:00Z 2012-01-02T03:00Z')
  assert.equal(sent(r, '2011-12-29T12:00Z', needs({ on: '2011-12-30' })), '2011-12-29T19:00Z 2011-12-30T03:00Z')
})

test('a night shift into a date that never was lasts as long as ever', () => {
  const r = person({ timeZone: 'Pacific/Apia', weekly: { 4: [['20:00', '02:00']] }, deliveries: ['start'] })
  assert.equal(sent(r, '2011-12-29T12:00Z', needs({ in: 0 })), '2011-12-30T06:00Z 2011-12-30T12:00Z')
})

const refused = (neededBy: NeededBy) => ensureNeededBy(neededBy, ms('2026-11-23T10:00:00Z')).map(({ path }) => path)

test('a needed-by that nobody can mean is refused by its place', () => {
  assert.deepEqual(refused({ on: '2036-11-23' }), [])
  assert.deepEqual(refused({ on: '9999-12-31' }), ['neededBy.on'])
  assert.deepEqual(refused({ at: '2036-11-23T10:00:00Z' }), [])
  assert.deepEqual(refused({ at: '2036-11-25T10:00:00Z' }), ['neededBy.at'])
})

test('a needed-by in the past is refused by its place', () => {
  assert.deepEqual(refused({ on: '2026-11-21' }), ['neededBy.on'])
  assert.deepEqual(refused({ on: '2026-11-22' }), [])
  assert.deepEqual(refused({ at: '2026-11-23T09:59:59Z' }), ['neededBy.at'])
  assert.deepEqual(refused({ at: '2026-11-23T10:00:00Z' }), [])
  assert.deepEqual(refused({ in: 0 }), [])
  assert.deepEqual(refused('whenever'), [])
})
