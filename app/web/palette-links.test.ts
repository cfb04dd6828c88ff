import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matching, type PaletteLink, places } from './palette-links.ts'

const labels = (links: readonly PaletteLink[]): string[] => links.map(({ label }) => label)
const spaces = ['São Paulo Office', 'Ops', 'Office moves'].map((label): PaletteLink => ({ to: '/', label, icon: 'sun' }))

test('a place is found by the beginnings of its words, in any order', () => {
  assert.deepEqual(labels(matching(spaces, 'off sao')), ['São Paulo Office'])
  assert.deepEqual(labels(matching(spaces, 'OFFICE')), ['São Paulo Office', 'Office moves'])
  assert.deepEqual(labels(matching(spaces, 'ffice')), [])
})

test('signs are no words, and looking for nothing finds all', () => {
  assert.deepEqual(labels(matching(spaces, ' – ')), labels(spaces))
  assert.deepEqual(labels(matching(places, 'sav')), ['Saved'])
})
