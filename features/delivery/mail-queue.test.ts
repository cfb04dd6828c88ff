import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Baton, type Someone, startBaton } from '#app/testing/harness.ts'

let baton: Baton
let ann: Someone

before(async () => {
  baton = await startBaton({ mail: true })
  ann = await baton.setup()
})
after(async () => {
  await baton.close()
  assert.deepEqual(baton.faults, [])
})

const mails = async (query = '') => (await baton.call(ann, 'GET', `/admin/mails?${query}`)).body.items

/** An invitation whose mail the server refuses for good. */
async function parked(email: string): Promise<string> {
  baton.clock.advance({ seconds: 1 })
  baton.mailServer?.behave(() => {
    throw Object.assign(new Error('No such mailbox'), { responseCode: 550 })
  })
  await baton.call(ann, 'POST', '/invitations', { role: 'member', spaces: [], email })
  await baton.settle()
  baton.mailServer?.behave(() => {})
  return (await mails('state=parked'))[0].id
}

test('mails are listed by receiver, kind, time and state, never by what they say', async () => {
  await baton.call(ann, 'POST', '/invitations', { role: 'member', spaces: [], email: 'nia@elsewhere.example' })
  await baton.settle()
  const [mail] = await mails()
  const at = '2026-11-23T09:00:00Z'
  assert.deepEqual(mail, {
    id: mail.id,
    by: 'mail',
    to: null,
    address: 'nia@elsewhere.example',
    kind: 'invitation',
    state: 'sent',
    attempts: 1,
    at,
    nextAt: null,
    sentAt: at,
  })
  assert.deepEqual(await mails('state=parked'), [])
})

test('a parked mail is sent again by a press, once', async () => {
  const id = await parked('pia@elsewhere.example')
  const before = baton.mails.length
  const retried = await baton.call(ann, 'POST', `/admin/mails/${id}/retry`)
  assert.deepEqual([retried.body.state, retried.body.attempts], ['waiting', 0])
  assert.equal((await baton.call(ann, 'POST', `/admin/mails/${id}/retry`)).body.code, 'mail.not_parked')
  await baton.settle()
  assert.equal(baton.mails.length, before + 1)
  assert.equal((await mails('state=sent'))[0].id, id)
})

test('a mail is given up by a press, and that is the end of it', async () => {
  const id = await parked('mia@elsewhere.example')
  assert.equal((await baton.call(ann, 'DELETE', `/admin/mails/${id}`)).status, 200)
  assert.equal((await baton.call(ann, 'DELETE', `/admin/mails/${id}`)).body.code, 'mail.over')
  const before = baton.mails.length
  baton.clock.advance({ hours: 1 })
  await baton.settle()
  assert.equal(baton.mails.length, before)
  const { body } = await baton.call(ann, 'GET', '/admin/audit?kind=settings')
  assert.deepEqual(
    body.items.map(({ type }: { type: string }) => type),
    ['mail.dropped', 'mail.retried'],
  )
})
