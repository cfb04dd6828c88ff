import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Calendar, defaultCalendar } from '../contract/calendar.ts'
import { absenceEnded, awayNow } from './absence.ts'
import { resolve } from './resolve.ts'

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds

/** From when to when somebody in Lisbon, nine to five, was away, as seen at an instant since another. */
function ended(away: object[], by: string, after = '2026-11-01T00:00:00Z'): string[] {
  const r = resolve(Calendar.parse({ ...defaultCalendar('Europe/Lisbon'), away }))
  const absence = absenceEnded(r, { after: ms(after), by: ms(by) })
  return absence === null ? [] : [absence.from, absence.back].map((at) => Temporal.Instant.fromEpochMilliseconds(at).toString())
}

const week = [{ from: '2026-11-16', to: '2026-11-20' }]

test('an absence ends when its person works again, not when its last date ends', () => {
  assert.deepEqual(ended(week, '2026-11-22T12:00:00Z'), [])
  assert.deepEqual(ended(week, '2026-11-23T09:00:00Z'), ['2026-11-16T00:00:00Z', '2026-11-23T09:00:00Z'])
})

test('whoever was told of it once is not told again', () => {
  assert.deepEqual(ended(week, '2026-11-23T16:00:00Z', '2026-11-23T09:00:00Z'), [])
})

test('a few hours off, a free weekend and a day off beside work are no absence to come back from', () => {
  assert.deepEqual(ended([{ start: '2026-11-18T10:00:00Z', end: '2026-11-18T12:00:00Z' }], '2026-11-23T09:00:00Z'), [])
  assert.deepEqual(ended([{ from: '2026-11-21', to: '2026-11-22' }], '2026-11-23T09:00:00Z'), [])
  assert.deepEqual(ended([{ start: '2026-11-18T12:00:00Z', end: '2026-11-19T12:00:00Z' }], '2026-11-23T09:00:00Z'), [])
})

test('one whole working day is', () => {
  assert.deepEqual(ended([{ from: '2026-11-18', to: '2026-11-18' }], '2026-11-19T09:00:00Z'), [
    '2026-11-18T00:00:00Z',
    '2026-11-19T09:00:00Z',
  ])
})

test('two weeks with a weekend between them are one absence; a day of work between them makes two', () => {
  const two = [...week, { from: '2026-11-23', to: '2026-11-27' }]
  assert.deepEqual(ended(two, '2026-11-30T09:00:00Z'), ['2026-11-16T00:00:00Z', '2026-11-30T09:00:00Z'])
  const apart = [...week, { from: '2026-11-24', to: '2026-11-27' }]
  assert.deepEqual(ended(apart, '2026-11-30T09:00:00Z'), ['2026-11-24T00:00:00Z', '2026-11-30T09:00:00Z'])
})

test('an absence that goes on is not over', () => {
  assert.deepEqual(ended([{ from: '2026-11-16', to: '2027-12-31' }], '2026-11-23T09:00:00Z'), [])
})

test('who is away is so until the last of the dates that follow each other, covered by whoever was named for the one that holds', () => {
  const away = [
    { from: '2026-11-16', to: '2026-11-20', cover: 'ann' },
    { from: '2026-11-21', to: '2026-11-27', cover: 'bo' },
    { start: '2026-11-17T10:00:00Z', end: '2026-11-17T12:00:00Z', cover: 'cleo' },
  ]
  const r = resolve(Calendar.parse({ ...defaultCalendar('Europe/Lisbon'), away }))
  const at = (instant: string) => awayNow(r, ms(instant))
  const until = '2026-11-27'
  // The 27th is a Friday: they are back on the Monday after it.
  const back = { on: '2026-11-30', at: '2026-11-30T09:00:00Z' }
  assert.deepEqual(at('2026-11-16T00:00:00Z'), { until, back, coverName: 'ann' })
  assert.deepEqual(at('2026-11-17T11:00:00Z'), { until, back, coverName: 'cleo' })
  assert.deepEqual(at('2026-11-21T00:00:00Z'), { until, back, coverName: 'bo' })
  assert.deepEqual([at('2026-11-15T23:59:59Z'), at('2026-11-28T00:00:00Z')], [null, null])
})

test('the date of return is that of where they are then, and the end of the absence where they never work again', () => {
  const back = (over: object) =>
    awayNow(resolve(Calendar.parse({ ...defaultCalendar('America/Toronto'), ...over })), ms('2026-11-18T12:00:00Z'))?.back
  const away = [{ from: '2026-11-18', to: '2026-11-20' }]
  const travel = [{ from: '2026-11-21', timeZone: 'Asia/Tokyo' }]
  assert.deepEqual(back({ away, travel }), { on: '2026-11-23', at: '2026-11-23T00:00:00Z' })
  assert.deepEqual(back({ away, weekly: {} }), { on: '2026-11-21', at: '2026-11-21T05:00:00Z' })
  const byTheHour = [{ start: '2026-11-18T10:00:00Z', end: '2026-11-18T18:00:00Z' }]
  assert.deepEqual(back({ away: byTheHour }), { on: '2026-11-18', at: '2026-11-18T18:00:00Z' })
})
