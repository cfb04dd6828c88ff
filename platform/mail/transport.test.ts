import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { catchMails } from '#platform/testing/mail-catcher.ts'
import { MailFailure, openMailTransport } from './transport.ts'

const mail = {
  to: 'ann@halyard.example',
  subject: '16:00 delivery: 1 ask',
  text: 'Can the export keep its order? É já.\n',
  html: '<p>Can the export keep its order? É já.</p>',
  messageId: 'one@localhost',
  references: ['root@localhost'],
  unsubscribe: { post: 'http://localhost:3000/api/v1/unsubscribe/abc' },
}

async function start(t: TestContext) {
  const catcher = await catchMails()
  const transport = openMailTransport({ url: catcher.url, from: 'Baton <baton@halyard.example>' })
  t.after(() => {
    transport.close()
    return catcher.close()
  })
  return { catcher, transport }
}

const refusal = (responseCode: number): Error => Object.assign(new Error('not now'), { responseCode })

test('a mail carries its own id, what it belongs with, and how to end such mails with one press', async (t) => {
  const { catcher, transport } = await start(t)
  await transport.send(mail)
  const [caught] = catcher.mails
  assert.equal(caught?.headers.get('message-id'), '<one@localhost>')
  assert.equal(caught?.headers.get('references'), '<root@localhost>')
  assert.equal(caught?.headers.get('list-unsubscribe'), '<http://localhost:3000/api/v1/unsubscribe/abc>')
  assert.equal(caught?.headers.get('list-unsubscribe-post'), 'List-Unsubscribe=One-Click')
  assert.equal(caught?.text.trim(), mail.text.trim())
  assert.equal(caught?.html.trim(), mail.html)
  assert.deepEqual(caught?.to, ['ann@halyard.example'])
})

test('what the server puts off may be sent later, what it refuses never', async (t) => {
  const { catcher, transport } = await start(t)
  catcher.behave(() => Promise.reject(refusal(451)))
  await assert.rejects(transport.send(mail), (error) => error instanceof MailFailure && error.outcome === 'later')
  catcher.behave(() => Promise.reject(refusal(550)))
  await assert.rejects(transport.send(mail), (error) => error instanceof MailFailure && error.outcome === 'refused')
})

test('a server that is not there has taken nothing', async (t) => {
  const { catcher, transport } = await start(t)
  await catcher.close()
  await assert.rejects(transport.send(mail), (error) => error instanceof MailFailure && error.outcome === 'later')
})

test('a server that falls silent after the last byte may have taken the mail', async (t) => {
  const { catcher, transport } = await start(t)
  catcher.behave(() => catcher.dropClients())
  await assert.rejects(transport.send(mail), (error) => error instanceof MailFailure && error.outcome === 'unknown')
})
