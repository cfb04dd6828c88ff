import assert from 'node:assert/strict'
import { afterEach, test } from 'node:test'
import { reader, writeFor } from '#platform/text/reader.ts'
import { isZone, offsetOf, placesFor } from './zone-places.ts'

const usual = reader()
afterEach(() => writeFor(usual))

const first = (typed: string): string => {
  const [place] = placesFor(typed)
  return place ? `${place.city}, ${place.country}: ${place.zone}` : 'nothing'
}

test('a zone is found by its city, without regard to accents, and by how it is written elsewhere', () => {
  assert.equal(first('lisb'), 'Lisbon, Portugal: Europe/Lisbon')
  assert.equal(first('sao paulo'), 'São Paulo, Brazil: America/Sao_Paulo')
  assert.equal(first('São Paulo, Brazil'), 'São Paulo, Brazil: America/Sao_Paulo')
  assert.equal(first('Asia/Tokyo'), 'Tokyo, Japan: Asia/Tokyo')
  assert.equal(first('utc'), 'UTC, : UTC')
  assert.equal(first('nowhere at all'), 'nothing')
})

test('a city that no zone is named after is found, and a country has all of its places before those that only begin alike', () => {
  assert.match(first('bengal'), /^Bengaluru, India: Asia\/(Calcutta|Kolkata)$/)
  const found = placesFor('India').map(({ country }) => country)
  assert.deepEqual(new Set(found.slice(0, 7)), new Set(['India']))
  assert.ok(found.includes('United States'), 'Indianapolis')
})

test('countries, and places where the language has its own names, are found in the reader’s language', () => {
  writeFor({ ...usual, language: 'de', locale: 'de' })
  assert.match(first('brasilien'), /, Brasilien: America\//)
  writeFor({ ...usual, language: 'ja', locale: 'ja' })
  assert.equal(first('サンパウロ'), 'São Paulo, ブラジル: America/Sao_Paulo')
})

test('the offset is that of now, and a name of no list is a zone all the same', () => {
  assert.equal(offsetOf('Europe/Lisbon', Temporal.Instant.from('2026-07-01T00:00:00Z')), 'GMT+1')
  assert.equal(offsetOf('Asia/Kolkata', Temporal.Instant.from('2026-11-17T17:04:00Z')), 'GMT+5:30')
  assert.deepEqual([isZone('Europe/Kyiv'), isZone('+02:00'), isZone('Nowhere/At-all')], [true, false, false])
})
