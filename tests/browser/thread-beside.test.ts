import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tellAsking } from './asking.ts'

test('beside an open thread its space is told to be around it, and no other is', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  await baton.call(ann, 'POST', '/spaces', { slug: 'paint', name: 'Paint' })
  for (const slug of ['ops', 'paint']) await baton.call(ann, 'PUT', `/spaces/${slug}/members/ben`)
  const page = await open({ as: ben })
  await page.goto('/threads/1')
  const spaces = page.getByRole('navigation', { name: 'Main' }).first()
  await spaces.locator('[aria-current="true"]', { hasText: 'Ops' }).waitFor()
  assert.equal(await spaces.locator('[aria-current]').count(), 1)
  await spaces.getByRole('link', { name: 'Ops' }).click()
  await spaces.locator('[aria-current="page"]', { hasText: 'Ops' }).waitFor()
  assert.equal(await spaces.locator('[aria-current]').count(), 1)
})

test('who follows a thread says when it could not be loaded, and comes when it is asked for again', async (t) => {
  const { open, ben } = await tellAsking(t)
  const page = await open({ as: ben })
  let isUnwell = true
  await page.route('**/api/v1/threads/1/followers*', (route) =>
    isUnwell ? route.fulfill({ status: 500, json: unwell }) : route.continue(),
  )
  await page.goto('/threads/1')
  const beside = page.getByRole('complementary', { name: 'About this thread' })
  await beside.getByText(unwell.detail).waitFor()
  await beside.getByRole('heading', { name: 'Followers' }).waitFor()
  isUnwell = false
  await beside.getByRole('button', { name: 'Try again' }).click()
  await beside.getByRole('link', { name: 'Ann Mori' }).waitFor()
})

const unwell = {
  type: 'about:blank',
  title: 'Something failed',
  status: 500,
  detail: 'Something failed here. Try again.',
  code: 'server.failed',
}
