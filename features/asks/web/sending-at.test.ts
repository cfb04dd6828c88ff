import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fromField, sendingAt, startOfTheirDay, toField, tomorrowMorning } from './sending-at.ts'

const now = Temporal.Instant.from('2026-11-24T10:00:00Z')
const span = (start: string, end: string) => ({ start, end })

test('a moment that is over is no moment to send at', () => {
  assert.equal(sendingAt({ sendAt: '2026-11-24T10:00:01Z' }, now), '2026-11-24T10:00:01Z')
  assert.equal(sendingAt({ sendAt: '2026-11-24T10:00:00Z' }, now), null)
  assert.equal(sendingAt({ sendAt: null }, now), null)
})

test('their day begins where nothing of the same date stands before, and that is still to come', () => {
  const working = [
    span('2026-11-24T00:00:00Z', '2026-11-24T03:00:00Z'),
    // Tuesday goes on in the evening; it began before.
    span('2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z'),
    span('2026-11-25T00:00:00Z', '2026-11-25T08:00:00Z'),
  ]
  assert.equal(startOfTheirDay(working, { zone: 'Asia/Tokyo', now }), '2026-11-25T00:00:00Z')
  assert.equal(startOfTheirDay(working.slice(0, 2), { zone: 'Asia/Tokyo', now }), null)
  assert.equal(
    startOfTheirDay([span('2026-11-24T12:00:00Z', '2026-11-24T20:00:00Z')], { zone: 'America/Toronto', now }),
    '2026-11-24T12:00:00Z',
  )
})

test('tomorrow morning is nine by the clock, also when that changes in the night', () => {
  assert.equal(tomorrowMorning(now, 'Europe/Lisbon'), '2026-11-25T09:00:00Z')
  assert.equal(tomorrowMorning(Temporal.Instant.from('2026-10-24T22:00:00Z'), 'Europe/Lisbon'), '2026-10-25T09:00:00Z')
  assert.equal(tomorrowMorning(Temporal.Instant.from('2026-03-28T22:00:00Z'), 'Europe/Lisbon'), '2026-03-29T08:00:00Z')
})

test('a moment stands in a field as the clock of the zone shows it', () => {
  assert.equal(toField('2026-11-25T00:30:00Z', 'Asia/Tokyo'), '2026-11-25T09:30')
  assert.equal(fromField('2026-11-25T09:30', 'Asia/Tokyo'), '2026-11-25T00:30:00Z')
  assert.equal(fromField('', 'Asia/Tokyo'), null)
})
