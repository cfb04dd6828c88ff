import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Preview } from '#features/availability/contract/preview.ts'
import { deliverySentences } from './delivery-sentences.ts'

// Tuesday 17 November, 14:04 in São Paulo. Sylvia in Lisbon is at work, but takes digests in the morning; Kenji begins in Tokyo before that.
const now = Temporal.Instant.from('2026-11-17T17:04:00Z')
const platform: Preview = {
  to: { slug: 'platform', name: 'Platform' },
  attention: 'timely',
  interrupts: null,
  deliverAt: '2026-11-18T10:00:00Z',
  due: '2026-11-18T19:00:00Z',
  tight: false,
  unreachable: false,
  never: false,
  outside: false,
  suggest: [],
  cover: null,
  onCall: null,
  load: { openAsks: 0, capacity: 'open', status: '' },
  readme: '',
  local: { at: '2026-11-17T17:04:00+00:00', deliverAt: null, due: null },
  answerBack: null,
  members: 4,
  first: { handle: 'sylvia', name: 'Sylvia Costa' },
  earliest: '2026-11-18T10:00:00Z',
  latest: '2026-11-18T10:00:00Z',
}
const said = (over: Partial<Preview>): string => {
  const reading = {
    now,
    back: null,
    theirZone: 'Europe/Lisbon',
    myZone: 'America/Sao_Paulo',
    isUrgent: false,
    anotherMatter: false,
    areSeveral: false,
  }
  const { main } = deliverySentences({ ...platform, ...over }, reading)
  return renderToStaticMarkup(createElement(Fragment, null, ...main)).replaceAll(/<[^>]+>/g, '')
}

test('of a space it is said who reads it first, when that is who can be reached first', () => {
  assert.equal(
    said({}),
    'Of 4 in Platform, Sylvia Costa reads this first, Wed 10:00 their time, in 17 h; answer due Wed 19:00 their time. Whoever takes it has it.',
  )
})

test('where somebody else of it reads it before who can be reached first, nobody is said to be the first who is not', () => {
  const earliest = '2026-11-18T01:00:00Z'
  assert.equal(
    said({ earliest }),
    'In Platform the first reads this today 22:00, in 8 h; answer due tomorrow 16:00, your time. Whoever takes it has it.',
  )
  assert.equal(
    said({ earliest, due: null }),
    'In Platform the first reads this today 22:00, your time, in 8 h; it has no due time. Whoever takes it has it.',
  )
})
