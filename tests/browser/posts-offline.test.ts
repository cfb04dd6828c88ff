import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { bodies, tellAsking } from './asking.ts'
import { answersKept, kill, nothingWaits, pagesKept } from './kept.ts'

const WAITS = 'Sends when online'

test('without a network a post is edited and another deleted where they stand; after the tab was killed each is done once, in the order of writing', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  for (const body of ['The first.', 'The second.']) await baton.call(ben, 'POST', '/threads/1/posts', { body })
  const page = await open({ as: ben, installs: true })
  await page.goto('/threads/1')
  await postOf(page, 2).getByText('The first.').waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread', 'listPosts')
  await page.context().setOffline(true)

  await edit(page, 2, 'The first, I think.')
  await postOf(page, 2).getByText(WAITS).waitFor()
  assert.equal(await postOf(page, 2).getByText('The first.', { exact: true }).count(), 0)
  await postOf(page, 2).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Copy link to this post' }).waitFor()
  assert.equal(await page.getByRole('menuitem', { name: /^(Edit|Delete)$/ }).count(), 0, 'what waits is taken back first')
  await page.keyboard.press('Escape')
  await postOf(page, 2).getByRole('button', { name: 'Take it back' }).click()
  await page.waitForFunction(() => document.querySelector('#post-2 textarea')?.textContent === 'The first, I think.')
  await save(page, 2, 'The first, after all.')
  await postOf(page, 2).getByText('The first, after all.').waitFor()

  await choose(page, 3, 'Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await postOf(page, 3).getByText('You delete this post.').waitFor()
  await postOf(page, 3).getByRole('button', { name: 'Take it back' }).click()
  await postOf(page, 3).getByText('The second.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await postOf(page, 3).getByText('You delete this post.').waitFor()
  assert.equal(await postOf(page, 3).getByText('The second.').count(), 0)
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Then the first.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('3 things send when you are online.').waitFor()
  const other = await page.context().newPage()
  await kill(page)

  await other.goto('/threads/1')
  await postOf(other, 2).getByText('The first, after all.').waitFor()
  await postOf(other, 3).getByText('You delete this post.').waitFor()
  await other.goto('/drafts')
  await other.getByText('Edit in Rollback').waitFor()
  await other.getByText('Delete a post in Rollback').waitFor()
  const requests: string[] = []
  await other.context().route(/\/api\/v1\/(?:posts\/[^/]+|threads\/1\/posts)$/, async (route) => {
    const method = route.request().method()
    if (method === 'GET') return route.continue()
    requests.push(method)
    if (requests.filter((one) => one === method).length > 1) return route.continue()
    // It arrives, and its answer does not.
    await route.fetch()
    return route.abort('connectionreset')
  })
  await other.context().setOffline(false)
  await other.reload()
  await nothingWaits(other)
  assert.deepEqual(requests, ['PATCH', 'PATCH', 'DELETE', 'DELETE', 'POST', 'POST'])
  const posts = (await baton.call(ann, 'GET', '/threads/1/posts')).body.items
  assert.deepEqual(
    posts.map(({ body, version }: { body: string; version: number }) => [body, version]),
    [
      ['This or that.', 1],
      ['The first, after all.', 2],
      ['', 2],
      ['Then the first.', 1],
    ],
  )
  assert.deepEqual(baton.faults, [])
})

test('an edit that waited while the post was changed elsewhere shows both texts before one takes the place of the other', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const { body: post } = await baton.call(ben, 'POST', '/threads/1/posts', { body: 'The first.' })
  const page = await open({ as: ben, installs: true })
  await page.goto('/threads/1')
  await postOf(page, 2).getByText('The first.').waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread', 'listPosts')
  await page.context().setOffline(true)
  await edit(page, 2, 'The first, I think.')
  await postOf(page, 2).getByText(WAITS).waitFor()
  await baton.call(ben, 'PATCH', `/posts/${post.id}`, { body: 'The second after all.' }, { 'if-match': '"1"' })
  await page.context().setOffline(false)
  await postOf(page, 2)
    .getByText(/^Not sent: .*Your text is kept here\.$/)
    .waitFor()
  for (const text of ['The first, I think.', 'The second after all.']) await postOf(page, 2).getByText(text).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0, 'it would be refused again')
  await page.reload()
  await page.getByRole('link', { name: 'See what waits' }).click()
  await page.getByRole('button', { name: 'Take it into what you write' }).click()
  await page.waitForFunction(() => document.querySelector('#post-2 textarea')?.textContent === 'The first, I think.')
  await postOf(page, 2).getByText('It was changed meanwhile.').waitFor()
  await postOf(page, 2).getByText('The second after all.').waitFor()
  await postOf(page, 2).getByRole('button', { name: 'Save' }).click()
  await postOf(page, 2).getByRole('textbox').waitFor({ state: 'detached' })
  await nothingWaits(page)
  assert.deepEqual(await bodies(baton, ann), ['This or that.', 'The first, I think.'])
  assert.deepEqual(baton.faults, [])
})

test('an edit of what was deleted, or is not to be seen any more, says so, and keeps its text until its writer lets it go', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  await baton.call(ann, 'POST', '/spaces', { slug: 'vault', name: 'Vault', visibility: 'private' })
  await baton.call(ann, 'PUT', '/spaces/vault/members/ben')
  await baton.call(ben, 'POST', '/threads', { space: 'vault', kind: 'discussion', title: 'Keys', body: 'Where they are.' })
  const { body: post } = await baton.call(ben, 'POST', '/threads/1/posts', { body: 'The first.' })
  const page = await open({ as: ben, installs: true })
  for (const number of [1, 2]) {
    await page.goto(`/threads/${number}`)
    await page.getByText(number === 1 ? 'The first.' : 'Where they are.').waitFor()
    const named = [`["getThread",{"number":"${number}"}`, `["listPosts",{"after":0,"limit":50,"number":"${number}"}`]
    await answersKept(page, ...named.map((name) => JSON.stringify(name).slice(1, -1)))
  }
  await pagesKept(page)
  await page.context().setOffline(true)
  await edit(page, 1, 'Where they were.')
  await page.goto('/threads/1')
  await edit(page, 2, 'The first, I think.')
  await page.getByText('2 things send when you are online.').waitFor()
  await baton.call(ann, 'DELETE', `/posts/${post.id}`)
  await baton.call(ann, 'DELETE', '/spaces/vault/members/ben')
  await page.context().setOffline(false)

  const own = postOf(page, 2)
  await own.getByText('Ann Mori took this post away').waitFor()
  await own.getByText('Not sent: This post was deleted. Write a new one. Your text is kept here.').waitFor()
  await page.getByText('2 things could not be sent.').waitFor()
  await page.reload()
  await own.getByText('The first, I think.').waitFor()
  assert.equal(await own.getByRole('button', { name: 'Take it into what you write' }).count(), 0, 'there is nowhere to write it')
  await own.getByRole('button', { name: 'Copy text' }).waitFor()
  await page.getByRole('link', { name: 'See what waits' }).click()
  await page.getByText('Edit in Keys').waitFor()
  await page.getByText('Where they were.').waitFor()
  for (const left of [1, 0]) {
    await page.getByRole('button', { name: 'Let it go' }).first().click()
    await page.waitForFunction((left) => document.querySelectorAll('main .rows > li').length === left, left)
  }
  await nothingWaits(page)
  assert.deepEqual(baton.faults, [])
})

const postOf = (page: Page, seq: number): Locator => page.locator(`#post-${seq}`)

async function choose(page: Page, seq: number, act: string): Promise<void> {
  await postOf(page, seq).getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: act, exact: true }).click()
}

async function edit(page: Page, seq: number, body: string): Promise<void> {
  await choose(page, seq, 'Edit')
  await save(page, seq, body)
}

async function save(page: Page, seq: number, body: string): Promise<void> {
  await postOf(page, seq).getByRole('textbox').fill(body)
  await postOf(page, seq).getByRole('button', { name: 'Save' }).click()
  await postOf(page, seq).getByRole('textbox').waitFor({ state: 'detached' })
}
