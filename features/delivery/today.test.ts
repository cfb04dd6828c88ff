import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startBaton } from '#app/testing/harness.ts'

test('Today brings all that the first page shows, as the endpoints of each part answer it', async (t) => {
  const baton = await startBaton({ at: '2026-11-23T11:00:00Z' })
  t.after(() => baton.close())
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben', timeZone: 'Asia/Kolkata' })
  await baton.person({ handle: 'cleo', timeZone: 'America/Toronto' })
  for (const slug of ['ops', 'delivery']) await baton.call(ann, 'POST', '/spaces', { slug, name: slug })
  await baton.call(ann, 'POST', '/spaces', { slug: 'old', name: 'Old' })
  await baton.call(ann, 'PATCH', '/spaces/old', { archived: true })
  await baton.call(ben, 'PUT', '/spaces/ops/members/ben')
  const asks = ['ben', 'cleo'].map((to) => ({ to, verb: 'answer', text: 'Which one?' }))
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Which', body: 'One?', asks })
  await baton.settle()
  baton.clock.set('2026-11-24T09:00:00Z')
  await baton.settle()

  for (const [who, spaces, days] of [
    [ann, ['delivery', 'ops'], ['ann', 'ben', 'cleo']],
    [ben, ['ops'], ['ann', 'ben']],
  ] as const) {
    const today = (await baton.call(who, 'GET', '/today')).body
    const { person, workspace, may } = today
    assert.deepEqual({ person, workspace, may }, (await baton.call(who, 'GET', '/me')).body)
    assert.deepEqual(today.spaces, (await baton.call(who, 'GET', '/spaces?member=me&limit=100')).body.items)
    assert.deepEqual(
      today.spaces.map(({ slug }: { slug: string }) => slug),
      spaces,
    )
    assert.deepEqual(
      today.days.toSorted((a: { handle: string }, b: { handle: string }) => (a.handle < b.handle ? -1 : 1)),
      (await baton.call(who, 'GET', `/availability/days?people=${days.join(',')}`)).body.items,
    )
  }
  assert.deepEqual(baton.faults, [])
})
