import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { DAY, HOUR, MINUTE, dayOf } from './dates.ts'
import { instantAt, skips, wallAt, zoneNamed } from './zones.ts'

const ms = (instant: string): number => Temporal.Instant.from(instant).epochMilliseconds
const at = (zone: string, wall: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instantAt(zoneNamed(zone), ms(`${wall}Z`))).toString()

test('a wall time that is skipped stands as far after the change as before it', () => {
  assert.equal(at('Europe/Lisbon', '2026-03-29T01:30'), '2026-03-29T01:30:00Z')
  assert.equal(at('America/New_York', '2026-03-08T02:30'), '2026-03-08T07:30:00Z')
})

test('of a wall time that comes twice the first is meant', () => {
  assert.equal(at('Europe/Lisbon', '2026-10-25T01:30'), '2026-10-25T00:30:00Z')
  assert.equal(at('America/New_York', '2026-11-01T01:30'), '2026-11-01T05:30:00Z')
})

test('Lord Howe changes its clock by half an hour', () => {
  assert.equal(at('Australia/Lord_Howe', '2026-10-04T02:15'), '2026-10-03T15:45:00Z')
  assert.equal(at('Australia/Lord_Howe', '2026-04-05T01:45'), '2026-04-04T14:45:00Z')
})

test('zones stand half an hour and three quarters of one from the full hour', () => {
  assert.equal(at('Asia/Kolkata', '2026-11-24T09:00'), '2026-11-24T03:30:00Z')
  assert.equal(at('Asia/Kathmandu', '2026-11-24T09:00'), '2026-11-24T03:15:00Z')
  assert.equal(at('Pacific/Chatham', '2026-11-24T09:00'), '2026-11-23T19:15:00Z')
})

test('where midnight is skipped the day begins at one', () => {
  assert.equal(at('America/Havana', '2026-03-08T00:00'), '2026-03-08T05:00:00Z')
  assert.equal(skips(zoneNamed('America/Havana'), dayOf('2026-03-08')), false)
})

test('Apia never had 30 December 2011', () => {
  assert.equal(skips(zoneNamed('Pacific/Apia'), dayOf('2011-12-30')), true)
  assert.equal(skips(zoneNamed('Pacific/Apia'), dayOf('2011-12-29')), false)
  assert.equal(skips(zoneNamed('Pacific/Apia'), dayOf('2011-12-31')), false)
  assert.equal(at('Pacific/Apia', '2011-12-30T00:00'), '2011-12-30T10:00:00Z')
  assert.equal(at('Pacific/Apia', '2011-12-30T09:00'), '2011-12-30T19:00:00Z')
})

test('every zone agrees with Temporal at any wall time and instant, most of all near its changes', () => {
  const names = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const year = fc.integer({ min: 1970, max: 2060 })
  fc.assert(
    fc.property(
      names,
      year,
      fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: 0, max: 366 * 24 * 60 })),
      (name, from, [minutes, anywhere]) => {
        const zone = zoneNamed(name)
        const start = ms(`${from}-01-01T00:00:00Z`)
        const change = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(name).getTimeZoneTransition('next')
        for (const time of [start + anywhere * MINUTE, (change?.epochMilliseconds ?? start) + minutes * MINUTE]) {
          const zoned = Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(name)
          const wall = time + zoned.offsetNanoseconds / 1e6
          assert.equal(wallAt(zone, time), wall)
          for (const near of [wall, wall + 15 * MINUTE, wall - HOUR, wall + DAY]) {
            const plain = Temporal.Instant.fromEpochMilliseconds(near).toZonedDateTimeISO('UTC').toPlainDateTime()
            assert.equal(instantAt(zone, near), plain.toZonedDateTime(name).epochMilliseconds, `${plain.toString()} in ${name}`)
          }
        }
      },
    ),
    { numRuns: 1_500, seed: 20261123 },
  )
})
