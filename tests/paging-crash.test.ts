import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'
import { dieAt } from './crash/die-at.ts'

async function start(t: TestContext) {
  const baton = await startBaton({ at: '2026-11-24T03:00:00Z', mail: true })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const cy = await baton.person({ handle: 'cy' })
  await baton.person({ handle: 'bo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(cy, 'POST', '/rotations', { slug: 'pager', name: 'Pager' })
  const shift = { person: 'cy', start: '2026-11-23T18:00:00Z', end: '2026-11-24T18:00:00Z' }
  await baton.call(cy, 'POST', '/rotations/pager/shifts', shift)
  await baton.call(ann, 'PATCH', '/spaces/ops', { rotation: 'pager' })
  await baton.settle()
  return { baton, ann, cy }
}

async function outage(baton: Baton, who: Someone): Promise<string> {
  const asks = [{ to: 'bo', verb: 'do', text: 'Bring it back', attention: 'urgent', reason: 'It is down' }]
  return (await baton.call(who, 'POST', '/threads', { space: 'ops', title: 'Down', body: 'Since three.', asks })).body.asks[0].id
}

/** Paged once, told once in the app, and the next page is planned. */
async function verify(baton: Baton, cy: Someone, id: string): Promise<void> {
  const pages = await baton.db.selectFrom('pages').selectAll().where('ask_id', '=', id).execute()
  assert.deepEqual(
    pages.map((page) => page.person_id),
    [cy.id],
  )
  const items = await baton.db.selectFrom('inbox_items').selectAll().where('ask_id', '=', id).where('why', '=', 'page').execute()
  assert.equal(items.length, 1, 'one page makes one item')
  assert.notEqual(items[0]?.delivered_at, null, 'and it came')
  const paging = await baton.db.selectFrom('pagings').select(['ended', 'next_at']).where('ask_id', '=', id).executeTakeFirstOrThrow()
  assert.equal(paging.ended, null)
  assert.notEqual(paging.next_at, null)
  const copies = baton.mails.filter(({ to, headers }) => to.includes('cy@halyard.example') && headers.get('subject')?.startsWith('Urgent'))
  assert.ok(copies.length >= 1, 'no mail is lost')
}

test('a worker that dies on its way through paging pages exactly once, and goes on', async (t) => {
  const { baton, ann, cy } = await start(t)
  let steps = 1
  for (let died = true; died; steps += 4) {
    const id = await outage(baton, ann)
    await baton.restartWorker()
    died = await dieAt(baton, steps)
    await baton.settle()
    baton.clock.advance({ minutes: 1 })
    await baton.settle()
    await verify(baton, cy, id)
    await baton.call(ann, 'POST', `/asks/${id}/withdraw`, {})
    await baton.settle()
  }
  assert.ok(steps > 40, `only ${steps} steps were tried`)
})
