import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnText, shortReturnText } from './return-text.ts'

const now = Temporal.Instant.from('2026-11-17T17:04:00Z')
const kolkata = { zone: 'Asia/Kolkata', now }

test('an absence is said by the day of return, shorter where no other day is meant', () => {
  const back = { on: '2026-11-19', at: '2026-11-19T04:30:00Z' }
  assert.equal(returnText(back, kolkata), 'Thu 19 Nov')
  assert.equal(shortReturnText(back, kolkata), 'Thu 19')
  const later = { on: '2027-01-04', at: '2027-01-04T04:30:00Z' }
  assert.equal(shortReturnText(later, kolkata), 'Mon 4 Jan 2027')
})

test('the date is that of where they are then, and who is back today is so at a time', () => {
  // 09:00 in Tokyo is still the evening before in Toronto.
  const toronto = { zone: 'America/Toronto', now }
  assert.equal(returnText({ on: '2026-11-23', at: '2026-11-23T00:00:00Z' }, toronto), 'Mon 23 Nov')
  const today = { on: '2026-11-17', at: '2026-11-17T20:00:00Z' }
  assert.equal(returnText(today, toronto), '15:00')
  assert.equal(shortReturnText(today, toronto), '15:00')
})
