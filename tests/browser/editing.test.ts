import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { bodies, tellAsking } from './asking.ts'
import { streamsOf } from './streams.ts'

test('a post that was changed elsewhere while it is edited shows both texts before one takes the place of the other', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const { body: post } = await baton.call(ben, 'POST', '/threads/1/posts', { body: 'The first.' })
  const page = await open({ as: ben })
  const { answered } = streamsOf(page.context())
  await page.goto('/threads/1')
  const own = await edit(page)
  await own.getByRole('textbox').fill('The first, I think.')
  await answered(1)
  await baton.call(ben, 'PATCH', `/posts/${post.id}`, { body: 'The second after all.' }, { 'if-match': '"1"' })
  await baton.settle()
  await own.getByText('It was changed meanwhile.').waitFor()
  await own.getByText('The second after all.').waitFor()
  assert.equal(await own.getByRole('textbox').inputValue(), 'The first, I think.')
  await own.getByRole('button', { name: 'Save' }).click()
  await own.getByRole('textbox').waitFor({ state: 'detached' })
  assert.deepEqual(await bodies(baton, ann), ['This or that.', 'The first, I think.'])
})

test('what was typed into a post that is edited is there again after the tab was closed, until it is cancelled', async (t) => {
  const { baton, open, ben } = await tellAsking(t)
  await baton.call(ben, 'POST', '/threads/1/posts', { body: 'The first.' })
  const page = await open({ as: ben })
  await page.goto('/threads/1')
  await (await edit(page)).getByRole('textbox').fill('The first, and why')
  await page.close()
  const again = await page.context().newPage()
  await again.goto('/threads/1')
  const own = await edit(again)
  await again.waitForFunction(() => document.querySelector('article.post textarea')?.textContent === 'The first, and why')
  await own.getByRole('button', { name: 'Cancel' }).click()
  await own.getByRole('textbox').waitFor({ state: 'detached' })
  await edit(again)
  await again.waitForFunction(() => document.querySelector('article.post textarea')?.textContent === 'The first.')
})

/** Begins to edit the second post. */
async function edit(page: Page): Promise<Locator> {
  const own = page.locator('article.post').nth(1)
  await own.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Edit', exact: true }).click()
  await own.getByRole('textbox').waitFor()
  return own
}
