import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Ask } from '../contract/ask.ts'
import { deliveryText, dueText } from './ask-times.ts'

// Tuesday 17 November, 14:04 in São Paulo.
const now = Temporal.Instant.from('2026-11-17T17:04:00Z')
const me = { handle: 'john', zone: 'America/Sao_Paulo' }
const times = { state: 'open', deliverAt: '2026-11-18T10:00:00Z', deliveredAt: null, due: '2026-11-18T19:00:00Z' } as const
type Told = Parameters<typeof dueText>[0] & Parameters<typeof deliveryText>[0]
const ask = (owner: Ask['owner'], over: Partial<Told> = {}): Told => ({ ...times, owner, ...over })
const said = (one: Told, ownerZone?: string) => [dueText(one, { now, me, ownerZone }), deliveryText(one, { now, me, ownerZone })]

test('what a person has is told in their day, what the reader has in the reader’s', () => {
  assert.deepEqual(said(ask({ handle: 'sylvia', name: 'Sylvia Costa' }), 'Europe/Lisbon'), [
    'Due Wed 19:00 their time',
    'reads it Wed 10:00 their time, in 17 h',
  ])
  assert.deepEqual(said(ask({ handle: 'john', name: 'John Prado' }), 'America/Sao_Paulo'), ['Due tomorrow 16:00 your time', null])
})

test('what a space has is told by the reader’s clock, and not as the space’s own', () => {
  const platform = { slug: 'platform', name: 'Platform' }
  assert.deepEqual(said(ask(platform)), ['Due tomorrow 16:00 your time', 'reads it tomorrow 07:00, in 17 h'])
  assert.deepEqual(said(ask(platform, { due: '2026-11-17T16:00:00Z', deliveredAt: '2026-11-17T12:00:00Z' })), [
    'was due today 13:00',
    'has it since today 09:00',
  ])
})
