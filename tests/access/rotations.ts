import type { Baton } from '#app/testing/harness.ts'
import { ok, open } from './building.ts'
import { secretWords } from './secret-words.ts'
import type { World } from './world.ts'

/**
 * Vera's rotation, with Milo in it, on call for the private space, and in there an incident that paged her; and Otto's rotation, with Vera in it, on
 * call for the guest's space.
 */
export async function buildRotations(baton: Baton, { vera, otto, milo }: World['people']): Promise<World['rotations']> {
  ok(await baton.call(vera, 'POST', '/rotations', { slug: 'pager', name: 'Pager' }), 201)
  ok(await baton.call(vera, 'PUT', '/rotations/pager/members/milo'), 200)
  ok(await baton.call(vera, 'PATCH', '/spaces/umbra', { rotation: 'pager' }), 200)
  const give = async (person: string, day: string): Promise<string> =>
    ok(await baton.call(vera, 'POST', '/rotations/pager/shifts', { person, start: `${day}T08:00:00Z`, end: `${day}T20:00:00Z` }), 201).id
  const running = await give('vera', '2026-11-23')
  const ofMember = await give('milo', '2026-11-24')
  const offered = await give('vera', '2026-11-25')
  const { swap } = ok(await baton.call(vera, 'POST', `/shifts/${offered}/swaps`, { to: 'milo' }), 201)
  ok(await baton.call(otto, 'POST', '/rotations', { slug: 'watering', name: 'Watering' }), 201)
  ok(await baton.call(otto, 'PUT', '/rotations/watering/members/vera'), 200)
  ok(await baton.call(otto, 'PATCH', '/spaces/garden', { rotation: 'watering' }), 200)
  const shift = { person: 'vera', start: '2026-11-23T08:00:00Z', end: '2026-11-23T20:00:00Z' }
  const ofStranger = ok(await baton.call(otto, 'POST', '/rotations/watering/shifts', shift), 201).id
  const urgent = { space: 'umbra', title: `${secretWords.threadTitle} is down`, body: secretWords.post }
  const asking = { verb: 'do', text: `${secretWords.ask}: mend it`, attention: 'urgent', reason: `${secretWords.askReason} burns` }
  const incident = await open(baton, milo, { ...urgent, asks: [{ ...asking, to: 'vera' }] })
  await baton.settle()
  baton.clock.advance({ minutes: 6 })
  await baton.settle()
  ok(await baton.call(vera, 'POST', `/asks/${incident.asks[0]!.id}/acknowledge`), 200)
  const other = await open(baton, vera, { ...urgent, asks: [{ ...asking, to: 'milo' }] })
  ok(await baton.call(milo, 'POST', `/asks/${other.asks[0]!.id}/acknowledge`), 200)
  return {
    running,
    ofMember,
    offered,
    swap: swap.id,
    ofStranger,
    incident: String(incident.number),
    interruptedOther: incident.asks[0]!.id,
    interruptedMember: other.asks[0]!.id,
  }
}
