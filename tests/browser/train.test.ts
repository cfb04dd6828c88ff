import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBaton } from './browser.ts'
import { answersKept, pagesKept } from './kept.ts'

// Ann and Mira keep nine to five in Lisbon, which is on UTC; deliveries at the start of their day and at 16:00.
test('somebody new begins on a phone, answers on a train without a network, and finds it sent when they are back', async (t) => {
  const { baton, open, move } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const { code } = (await baton.call(ann, 'POST', '/invitations', { role: 'member', spaces: ['ops'] })).body

  const phone = await open({ timeZone: 'Europe/Lisbon', width: 390, height: 844, installs: true })
  await phone.goto(`/invitations/${code}`)
  await phone.getByLabel('Your name').fill('Mira Lopes')
  await phone.getByLabel('Address').fill('mira@halyard.example')
  await phone.getByLabel('Password').fill('seven quiet lanterns')
  await phone.getByRole('button', { name: /^Join/ }).click()
  await phone.getByRole('button', { name: 'Save my hours' }).click()
  await phone.getByText('Your hours are saved').first().waitFor()
  await baton.settle()

  const asks = [{ to: 'mira', verb: 'answer', text: 'Which of the two drafts goes out?' }]
  await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'The notice', body: 'Two drafts are there.', asks })
  await move('2026-11-23T16:00:00Z')
  await phone.goto('/')
  await phone.getByRole('link', { name: 'Which of the two drafts goes out?' }).click()
  await phone.getByText('Two drafts are there.').waitFor()
  await pagesKept(phone)
  await answersKept(phone, 'getThread', 'getToday')

  await phone.context().setOffline(true)
  await phone.getByRole('button', { name: 'Answer', exact: true }).first().click()
  const answer = phone.getByLabel('Your answer')
  await answer.getByRole('textbox').fill('The second: it says by when.')
  await answer.getByRole('button', { name: /^Answer(?! with)/ }).click()
  await phone.getByText('Sends when online').first().waitFor()
  assert.equal((await baton.call(ann, 'GET', '/threads/1')).body.asks[0].state, 'open')
  await phone.close()

  const again = await phone.context().newPage()
  await phone.context().setOffline(false)
  await again.goto('/threads/1')
  await again.getByRole('article').getByText('The second: it says by when.').waitFor()
  const [ask] = (await baton.call(ann, 'GET', '/threads/1')).body.asks
  assert.deepEqual([ask.state, ask.answer.by.handle], ['answered', 'mira'])
  assert.equal((await baton.call(ann, 'GET', '/threads/1')).body.postCount, 2)
  assert.deepEqual(baton.faults, [])
})
