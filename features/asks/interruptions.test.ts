import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

interface Team {
  readonly baton: Baton
  readonly ann: Someone
  /** On shift day and night, each in a layer of their own. */
  readonly onCall: readonly Someone[]
}

const SHIFT = { start: '2026-11-01T00:00:00Z', end: '2027-02-01T00:00:00Z' }

async function start(t: TestContext): Promise<Team> {
  const baton = await startBaton({ at: '2026-11-23T10:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  await baton.person({ handle: 'asleep' })
  const onCall: Someone[] = []
  for (let layer = 1; layer <= 5; layer += 1) {
    const person = await baton.person({ handle: `on${layer}` })
    await baton.call(ann, 'PUT', `/rotations/pager/members/${person.handle}`)
    const made = await baton.call(ann, 'POST', '/rotations/pager/shifts', { person: person.handle, layer, ...SHIFT })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    onCall.push(person)
  }
  await baton.call(ann, 'PATCH', '/spaces/ops', { rotation: 'pager' })
  await baton.settle()
  return { baton, ann, onCall }
}

/** One night: who is on call is paged in turn, as many as there are sayings; the last of them acknowledges, and each says whether it had to be. */
async function night({ baton, ann, onCall }: Team, day: string, sayings: readonly boolean[]): Promise<void> {
  let at = Temporal.Instant.from(`${day}T03:00:00Z`)
  baton.clock.set(at.toString())
  const asks = [{ to: 'asleep', verb: 'do', text: 'Bring it back', attention: 'urgent', reason: 'Nobody can sign in' }]
  const thread = await baton.call(ann, 'POST', '/threads', { space: 'ops', title: `Down on ${day}`, body: 'Since three.', asks })
  assert.equal(thread.status, 201, JSON.stringify(thread.body))
  await baton.settle()
  for (let paged = 1; paged < sayings.length; paged += 1) {
    at = at.add({ minutes: 5 })
    baton.clock.set(at.toString())
    await baton.settle()
  }
  const { id } = thread.body.asks[0]
  const interrupted = onCall.slice(0, sayings.length)
  assert.equal((await baton.call(interrupted.at(-1)!, 'POST', `/asks/${id}/acknowledge`, {})).status, 200)
  for (const [index, yes] of sayings.entries()) {
    const said = await baton.call(interrupted[index]!, 'POST', `/asks/${id}/interrupted`, { yes })
    assert.equal(said.status, 200, JSON.stringify(said.body))
  }
  assert.equal((await baton.call(ann, 'POST', `/asks/${id}/withdraw`, {})).status, 200)
}

test('the workspace’s share is told by month, once five people have answered in it and it is over', async (t) => {
  const team = await start(t)
  const { baton, ann, onCall } = team
  const months = async (who: Someone) => (await baton.call(who, 'GET', '/interruptions/months')).body.items
  await night(team, '2026-11-24', [true, true, false, true])
  await night(team, '2026-11-25', [false])
  await night(team, '2026-12-02', [true, true, true, false, true])
  baton.clock.set('2026-12-31T23:59:59Z')
  assert.deepEqual(await months(ann), [], 'four people in November, and December is not over')
  baton.clock.set('2027-01-01T00:00:00Z')
  const december = { month: '2026-12', judged: 5, necessary: 4 }
  assert.deepEqual(await months(ann), [december])
  assert.deepEqual(await months(onCall[0]!), [december], 'it is everybody’s')
  const guest = await baton.person({ handle: 'gil', role: 'guest', spaces: ['ops'] })
  assert.deepEqual(await months(guest), [], 'but no guest’s')
  assert.equal((await baton.statements(() => months(ann))).length, 2, 'who asks, and the months')
  baton.clock.set('2028-01-01T00:00:00Z')
  assert.deepEqual(await months(ann), [], 'older than a year')
})
