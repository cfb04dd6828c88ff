import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PositionedEvent } from '#platform/contract/event.ts'
import type { Known, Notice } from '#features/availability/rules/notice.ts'
import { noticesOfAsks } from './notices.ts'

const known: Known = { post: () => undefined, members: () => [], reached: () => new Map() }

function said(type: string, subject: PositionedEvent['subject'] = {}): string[] {
  const rule = noticesOfAsks[type]
  assert.ok(typeof rule === 'function', type)
  const event: PositionedEvent = {
    id: 'event',
    type,
    actorId: null,
    placeId: 'space',
    streamId: 'thread',
    streamSeq: null,
    subject: { askId: 'ask', threadId: 'thread', postId: 'post', askerId: 'asker', ownerId: 'owner', delivered: false, ...subject },
    happenedAt: Temporal.Instant.from('2026-11-23T19:00:00Z'),
    position: 1,
  }
  const notices = rule(event, known)
  assert.ok(notices.every(({ askId, threadId }: Notice) => askId === 'ask' && threadId === 'thread'))
  return notices.map(({ to, why, attention }) => `${to}: ${why}, ${attention}`)
}

test('what is asked reaches the owner, urgent only where it interrupts', () => {
  assert.deepEqual(said('ask.made', { urgent: true, interrupts: true }), ['owner: ask, urgent'])
  assert.deepEqual(said('ask.made', { urgent: true, interrupts: false }), ['owner: ask, timely'])
  assert.deepEqual(said('ask.passed', { formerOwnerId: 'other', late: false }), ['owner: ask, timely', 'asker: passed, digest'])
  assert.deepEqual(said('ask.passed', { askerId: 'owner' }), ['owner: ask, timely'])
  assert.deepEqual(said('ask.owner_lost', { cause: 'deactivated' }), ['owner: ask, timely', 'asker: returned, digest'])
})

test('answers and refusals reach who asked', () => {
  assert.deepEqual(said('ask.answered', { answerPostId: 'answer' }), ['asker: answer, timely'])
  assert.deepEqual(said('ask.declined'), ['asker: declined, timely'])
})

test('what ended or moved is told in digests: to the owner only what had come to them', () => {
  for (const [type, why] of [
    ['ask.withdrawn', 'withdrawn'],
    ['ask.expired', 'expired'],
    ['ask.moved', 'moved'],
  ] as const) {
    assert.deepEqual(said(type), [`asker: ${why}, digest`])
    assert.deepEqual(said(type, { delivered: true }), [`owner: ${why}, digest`, `asker: ${why}, digest`])
    assert.deepEqual(said(type, { delivered: true, askerId: 'owner' }), [`owner: ${why}, digest`])
  }
})

test('who asked hears of new plans when they move by a working day, and is not interrupted by being seen', () => {
  assert.deepEqual(said('ask.replanned', { byADay: true }), ['asker: moved, digest'])
  assert.deepEqual(said('ask.replanned', { byADay: false }), [])
  assert.deepEqual(said('ask.acknowledged'), [])
})

test('what is urgent pages whoever is on duty, and what nobody took is told to who sent it', () => {
  assert.deepEqual(said('ask.paged', { pagedId: 'paged' }), ['paged: page, urgent'])
  assert.deepEqual(said('ask.unacknowledged'), ['asker: unacknowledged, urgent'])
  assert.deepEqual(said('ask.acknowledged', { formerOwnerId: 'former' }), ['owner: ask, timely', 'former: taken, digest'])
})
