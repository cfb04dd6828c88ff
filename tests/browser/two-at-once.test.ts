import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tellAsking } from './asking.ts'

test('a form that is saved sets nothing back that was changed elsewhere while it was open', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  const page = await open({ as: ann })
  const dialog = page.getByRole('dialog')
  await page.goto('/spaces/ops')
  await page.getByRole('button', { name: 'Change this space' }).first().click()
  await dialog.getByLabel('Purpose').fill('Keeps it running.')
  assert.equal((await baton.call(ann, 'PATCH', '/spaces/ops', { visibility: 'private', name: 'Operations' })).status, 200)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { name, visibility, purpose } = (await baton.call(ann, 'GET', '/spaces/ops')).body
  assert.deepEqual([name, visibility, purpose], ['Operations', 'private', 'Keeps it running.'])

  await page.goto('/people/ann#now')
  await dialog.getByLabel('Status').fill('In the parser')
  assert.equal((await baton.call(ann, 'PATCH', '/people/me', { capacity: 'full' })).status, 200)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const { capacity, status } = (await baton.call(ann, 'GET', '/people/me')).body
  assert.deepEqual([capacity, status], ['full', 'In the parser'])

  await page.getByRole('button', { name: 'Edit my profile' }).first().click()
  await dialog.getByLabel('Name').fill('Ann Morrow')
  assert.equal((await baton.call(ann, 'PATCH', '/people/me', { readme: 'Mornings.' })).status, 200)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  const said = (await baton.call(ann, 'GET', '/people/me')).body
  assert.deepEqual([said.name, said.readme], ['Ann Morrow', 'Mornings.'])
})

test('a thread that was read before is opened with a line above what has come since', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const page = await open({ as: ben })
  await page.goto('/threads/1')
  const reply = page.getByRole('textbox', { name: 'Your reply' })
  await reply.waitFor()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' }).click()
  await reply.waitFor({ state: 'detached' })
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'One more thing.' })
  await baton.settle()
  await page.getByRole('link', { name: 'Which one?' }).click()
  await page.getByRole('article').getByText('One more thing.').waitFor()
  await page.getByText('New since you were here').waitFor()
})
