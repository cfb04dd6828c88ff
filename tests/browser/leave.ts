import assert from 'node:assert/strict'
import type { Baton, Someone } from '#app/testing/harness.ts'

/** When Ben was away, and when he is back. */
export const LEAVE_BEGINS = '2026-11-16T10:00:00Z'
export const LEAVE_ENDS = '2026-12-01T09:05:00Z'

const LONG = 'Which of the two drafts of the agreement with Fernhill Clinics do we send '.repeat(4).trim()
const UNBROKEN = `https://halyard.example/${'agreements-'.repeat(24)}`

type Act = (who: Someone, method: string, path: string, body?: unknown) => Promise<ReturnType<typeof JSON.parse>>

/**
 * Ben is back after two weeks in which Cleo covered for him: asks wait, some were settled or are with others, a thread was concluded. Dan is away now,
 * covered by a space that also has an ask of its own, and Cleo offers him shifts.
 */
export async function tellLeave(baton: Baton): Promise<{ ben: Someone; cleo: Someone }> {
  const act: Act = async (who, method, path, body) => {
    const answer = await baton.call(who, method, path, body)
    assert.ok(answer.status < 300, `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const at = async (instant: string): Promise<void> => {
    baton.clock.set(instant)
    await baton.settle()
  }
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben', name: 'Ben Okoro' })
  const cleo = await baton.person({ handle: 'cleo', name: 'Cleo Diaz' })
  const dan = await baton.person({ handle: 'dan', name: 'Dan Wiśniewski-Featherstonehaugh' })
  await act(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  for (const { handle } of [ben, cleo]) await act(ann, 'PUT', `/spaces/ops/members/${handle}`)
  const ask = async (who: Someone, text: string, more: object): Promise<{ id: string; number: number }> => {
    const asks = [{ to: 'ben', verb: 'answer', text, ...more }]
    return (await act(who, 'POST', '/threads', { space: 'ops', title: text.slice(0, 200), body: 'It depends.', asks })).asks[0]
  }
  const [ship, moved, own] = [
    await ask(ann, 'May we ship on Thursday?', { neededBy: { in: 3 } }),
    await ask(ann, LONG, { neededBy: { in: 4 } }),
    await ask(ben, 'Who orders the desks?', { to: 'cleo', neededBy: { in: 5 } }),
  ]
  await ask(ann, `${LONG} ${LONG}`, { neededBy: { on: '2026-12-11' } })
  await ask(ann, UNBROKEN, { neededBy: 'whenever', verb: 'review', minutes: 20 })
  await at('2026-11-16T16:00:00Z')
  await act(ben, 'PUT', '/people/me/calendar', week([{ from: '2026-11-17', to: '2026-11-30', cover: 'cleo' }]))
  await at('2026-11-17T09:00:00Z')
  for (const { id } of [ship, moved]) await act(cleo, 'POST', `/asks/${id}/take`)
  await act(cleo, 'POST', `/asks/${ship.id}/answer`, { body: 'We may.' })
  await act(cleo, 'POST', `/asks/${own.id}/decline`, { reason: 'Not me.' })
  await act(ann, 'PUT', `/threads/${ship.number}/outcome`, { body: 'We ship on Thursday.' })
  await act(ann, 'POST', `/threads/${ship.number}/conclude`, {})
  await act(cleo, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  await act(cleo, 'PUT', '/rotations/pager/members/ben')
  await at('2026-11-30T10:00:00Z')
  await act(dan, 'PUT', '/people/me/calendar', week([{ from: '2026-12-01', to: '2026-12-04', cover: 'ops' }]))
  await ask(ann, 'Is the ledger closed?', { to: 'dan', neededBy: { in: 2 } })
  await ask(ann, LONG, { to: 'ops', neededBy: { in: 3 } })
  await offerShift(act, cleo, { day: '2026-12-03', note: 'My sister marries.' })
  await offerShift(act, cleo, { day: '2026-12-04', note: LONG })
  await at('2026-12-01T09:00:00Z')
  await at(LEAVE_ENDS)
  return { ben, cleo }
}

const day = [['09:00', '17:00']]
const week = (away: object[]) => ({ timeZone: 'Europe/Lisbon', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, away })

async function offerShift(act: Act, from: Someone, { day, note }: { day: string; note: string }): Promise<void> {
  const turn = { person: from.handle, start: `${day}T08:00:00Z`, end: `${day}T20:00:00Z` }
  const { id } = await act(from, 'POST', '/rotations/pager/shifts', turn)
  await act(from, 'POST', `/shifts/${id}/swaps`, { to: 'ben', note })
}
