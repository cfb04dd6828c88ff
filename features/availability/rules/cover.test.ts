import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Calendar, type NeededBy, defaultCalendar } from '../contract/calendar.ts'
import { coverFor } from './cover.ts'
import { resolve } from './resolve.ts'

/** Who covers an ask sent on Monday 23 November 2026 at ten to somebody in Lisbon, nine to five, with these absences. */
function covering(away: object[], neededBy: NeededBy, at = '2026-11-23T10:00:00Z'): string | null {
  const r = resolve(Calendar.parse({ ...defaultCalendar('Europe/Lisbon'), away }))
  const found = coverFor(r, { at: Temporal.Instant.from(at).epochMilliseconds, attention: 'timely', neededBy })
  return found?.cover ?? null
}

const week = [{ from: '2026-11-23', to: '2026-11-27', cover: 'ben' }]

test('an ask that would be due during an absence is covered', () => {
  assert.equal(covering(week, { in: 1 }), 'ben')
  assert.equal(covering(week, { in: 4 }), 'ben')
})

test('an ask that would be due only after the return is not', () => {
  assert.equal(covering(week, { in: 5 }), null)
})

test('an ask due at the weekend after the absence is covered: nobody is back yet', () => {
  assert.equal(covering(week, { at: '2026-11-28T12:00:00Z' }), 'ben')
  assert.equal(covering(week, { at: '2026-11-30T09:00:00Z' }), null)
})

test('an absence that begins before due covers what is sent before it begins', () => {
  assert.equal(covering([{ from: '2026-11-25', to: '2026-12-04', cover: 'ben' }], { in: 3 }), 'ben')
})

test('an absence that begins after due covers nothing', () => {
  assert.equal(covering([{ from: '2026-11-25', to: '2026-12-04', cover: 'ben' }], { in: 1 }), null)
})

test('an absence that is over before due covers nothing', () => {
  assert.equal(covering([{ from: '2026-11-24', to: '2026-11-24', cover: 'ben' }], { in: 3 }), null)
})

test('of two absences the one in which it would be due names the cover', () => {
  const away = [{ from: '2026-11-28', to: '2026-12-04', cover: 'cleo' }, ...week]
  assert.equal(covering(away, { in: 2 }), 'ben')
  assert.equal(covering(away, { in: 6 }), 'cleo')
})

test('of two absences at once the one that begins later names the cover', () => {
  const away = [
    { from: '2026-11-23', to: '2026-12-04', cover: 'ben' },
    { from: '2026-11-25', to: '2026-12-04', cover: 'cleo' },
  ]
  assert.equal(covering(away, { in: 4 }), 'cleo')
  assert.equal(covering(away.toReversed(), { in: 4 }), 'cleo')
})

test('what is due as an absence begins needs no cover', () => {
  assert.equal(covering([{ start: '2026-11-24T17:00:00Z', end: '2026-11-26T17:00:00Z', cover: 'ben' }], { in: 1 }), null)
})

test('an absence without a cover names nobody', () => {
  assert.equal(covering([{ from: '2026-11-23', to: '2026-11-27' }], { in: 1 }), null)
})

test('what has no due needs no cover', () => {
  assert.equal(covering(week, 'whenever'), null)
})

test('somebody who never comes back is covered', () => {
  assert.equal(covering([{ from: '2026-11-23', to: '2036-11-27', cover: 'ben' }], { in: 20 }), 'ben')
})

test('an absence of hours covers what is due within them', () => {
  const away = [{ start: '2026-11-24T15:00:00Z', end: '2026-11-25T12:00:00Z', cover: 'ben' }]
  assert.equal(covering(away, { in: 1 }), 'ben')
  assert.equal(covering(away, { in: 2 }), null)
})
