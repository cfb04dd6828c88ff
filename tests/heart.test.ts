import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startBaton } from '#app/testing/harness.ts'

// Monday to Friday 09:00–17:00 each, digests at the start and at 16:00. In November Lisbon is on UTC, Bengaluru 5.5 hours ahead, São Paulo 3 behind.
test('an ask at 19:00 in Lisbon reaches Bengaluru when their day starts, is answered, and Lisbon reads it in their next digest', async (t) => {
  const baton = await startBaton({ at: '2026-11-23T12:00:00Z', mail: true })
  t.after(() => baton.close())
  const lena = await baton.setup({ handle: 'lena', name: 'Lena Costa', timeZone: 'Europe/Lisbon' })
  const arjun = await baton.person({ handle: 'arjun', name: 'Arjun Rao', timeZone: 'Asia/Kolkata' })
  const john = await baton.person({ handle: 'john', name: 'John Prado', timeZone: 'America/Sao_Paulo' })
  await baton.call(lena, 'POST', '/spaces', { slug: 'reports', name: 'Reports', purpose: 'Exports and reports' })
  await baton.settle()
  const mailsTo = (handle: string) => baton.mails.filter(({ to }) => to.includes(`${handle}@halyard.example`))

  baton.clock.set('2026-11-23T19:00:00Z')
  const preview = await baton.call(lena, 'POST', '/attention/preview', { to: ['arjun'], space: 'reports', neededBy: { in: 1 } })
  assert.equal(preview.body.items[0].deliverAt, '2026-11-24T03:30:00Z', '09:00 in Bengaluru')
  assert.equal(preview.body.items[0].due, '2026-11-25T11:30:00Z', 'the end of their next working day')

  const opened = await baton.call(lena, 'POST', '/threads', {
    space: 'reports',
    kind: 'question',
    title: 'Column order in exports',
    body: 'The accountants sort by the third column.',
    asks: [{ to: 'arjun', verb: 'answer', text: 'Does a streamed export keep the saved column order?', neededBy: { in: 1 } }],
  })
  assert.equal(opened.status, 201)
  const ask = opened.body.asks[0]
  assert.equal(ask.deliverAt, '2026-11-24T03:30:00Z')
  await baton.settle()

  // Through the night nothing reaches him, in the app or by mail.
  for (const at of ['2026-11-23T20:00:00Z', '2026-11-24T02:00:00Z', '2026-11-24T03:29:59Z']) {
    baton.clock.set(at)
    await baton.settle()
    assert.equal(mailsTo('arjun').length, 0, at)
    assert.deepEqual((await baton.call(arjun, 'GET', '/inbox')).body.items, [])
    assert.deepEqual((await baton.call(arjun, 'GET', '/today')).body.needsYou, [])
    assert.deepEqual((await baton.call(arjun, 'GET', '/held')).body, {
      count: 1,
      nextDelivery: '2026-11-24T03:30:00Z',
      earliestDue: ask.due,
      byReason: { ask: 1 },
    })
  }

  baton.clock.set('2026-11-24T03:30:00Z')
  await baton.settle()
  const [mail, ...more] = mailsTo('arjun')
  assert.equal(more.length, 0)
  assert.equal(mail?.headers.get('subject'), '09:00 delivery: 1 new ask')
  assert.match(mail?.text ?? '', /Does a streamed export keep the saved column order\?/)
  assert.match(mail?.text ?? '', /tomorrow 17:00/)
  assert.match(mail?.text ?? '', /http:\/\/localhost:3000\/threads\/1\b/)
  const inbox = await baton.call(arjun, 'GET', '/inbox')
  assert.equal(inbox.body.items.length, 1)
  assert.equal(inbox.body.items[0].why, 'ask')
  assert.equal(inbox.body.items[0].ask.deliveredAt, '2026-11-24T03:30:00Z')
  assert.equal((await baton.call(arjun, 'GET', '/today')).body.needsYou[0].id, ask.id)
  assert.equal((await baton.call(lena, 'GET', '/today')).body.waitingOn[0].id, ask.id)

  baton.clock.set('2026-11-24T05:00:00Z')
  const answer = await baton.call(arjun, 'POST', `/asks/${ask.id}/answer`, { body: 'It does, by the order saved last.' })
  assert.equal(answer.body.state, 'answered')
  assert.deepEqual((await baton.call(arjun, 'GET', '/today')).body.needsYou, [])
  assert.deepEqual((await baton.call(arjun, 'GET', '/inbox')).body.items, [])
  await baton.settle()
  assert.deepEqual((await baton.call(lena, 'GET', '/inbox')).body.items, [], 'it is five in the morning in Lisbon')

  baton.clock.set('2026-11-24T09:00:00Z')
  await baton.settle()
  const [answered] = mailsTo('lena')
  assert.equal(answered?.headers.get('subject'), '09:00 delivery: 1 answer')
  assert.match(answered?.text ?? '', /Arjun Rao answered: Column order in exports\n {2}It does, by the order saved last\./)
  assert.equal((await baton.call(lena, 'GET', '/inbox')).body.items[0].why, 'answer')
  assert.deepEqual((await baton.call(lena, 'GET', '/today')).body.waitingOn, [])

  baton.clock.set('2026-11-26T12:00:00Z')
  await baton.settle()
  assert.equal(mailsTo('john').length, 0, 'nothing of it concerns São Paulo')
  assert.equal((await baton.call(john, 'GET', '/threads/1')).status, 200, 'who may read it where it stands')
  assert.equal(baton.mails.length, 2)
  assert.deepEqual(baton.faults, [])
})
