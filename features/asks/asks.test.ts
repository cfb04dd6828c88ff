import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startBaton } from '#app/testing/harness.ts'

test('an ask crosses the zones: it comes as the day begins, is answered, and ends; nothing is on its way at night', async () => {
  const baton = await startBaton({ at: '2026-11-23T19:00:00Z' })
  try {
    const ann = await baton.setup()
    const bo = await baton.person({ handle: 'bo', name: 'Bo Rao', timeZone: 'Asia/Kolkata' })
    await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
    const opened = await baton.call(ann, 'POST', '/threads', {
      space: 'ops',
      title: 'Which?',
      body: 'Two stand.',
      asks: [{ to: 'bo', verb: 'decide', text: 'Choose.' }],
    })
    const [{ id }] = opened.body.asks
    const delivered = async () => (await baton.call(ann, 'GET', `/asks/${id}`)).body.deliveredAt
    for (const early of ['2026-11-23T19:00:00Z', '2026-11-23T23:00:00Z', '2026-11-24T03:29:59Z']) {
      baton.clock.set(early)
      await baton.settle()
      assert.equal(await delivered(), null)
    }
    baton.clock.set('2026-11-24T03:30:00Z')
    await baton.settle()
    assert.equal(await delivered(), '2026-11-24T03:30:00Z')
    assert.equal((await baton.call(bo, 'POST', `/asks/${id}/answer`, { body: 'The second.' })).status, 200)
    baton.clock.set('2026-12-03T09:00:00Z')
    await baton.settle()
    assert.equal((await baton.call(ann, 'GET', `/asks/${id}`)).body.state, 'answered')

    const late = await baton.call(ann, 'POST', '/threads', {
      space: 'ops',
      title: 'And?',
      body: 'B',
      asks: [{ to: 'bo', verb: 'do', text: 'Order.' }],
    })
    baton.clock.set('2026-12-14T09:00:00Z')
    await baton.settle()
    const expired = (await baton.call(ann, 'GET', `/asks/${late.body.asks[0].id}`)).body
    assert.deepEqual([expired.state, expired.due, expired.settled.at], ['expired', '2026-12-04T11:30:00Z', '2026-12-11T11:30:00Z'])
    assert.deepEqual(baton.faults, [])
  } finally {
    await baton.close()
  }
})
