import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { tellAsking } from './asking.ts'
import { answersKept, kill, nothingWaits, pagesKept } from './kept.ts'

test('without a network a thread is followed or not, and threads and posts are saved and let go of; after the tab was killed each is as it was chosen last', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Printer', body: 'About it.' })
  await baton.call(ben, 'PUT', '/saved/threads/2')
  const page = await open({ as: ben, installs: true })
  await page.goto('/saved')
  await page.getByText('Printer').waitFor()
  await answersKept(page, 'listSaved')
  await page.goto('/threads/1')
  await page.getByText('This or that.').waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread', 'listPosts')
  const { follow: before } = (await baton.call(ben, 'GET', '/threads/1')).body
  await page.context().setOffline(true)

  const follow = (window: Page, level: string) => window.getByRole('button', { name: level, exact: true })
  await page.keyboard.press('f')
  const [chosen, other] =
    before === 'digest' ? ['When I am named', 'Following, in deliveries'] : ['Following, in deliveries', 'When I am named']
  await follow(page, chosen).waitFor()
  await page.keyboard.press('f')
  await follow(page, other).waitFor()
  await page.getByText('One thing sends when you are online.').waitFor()
  await follow(page, other).click()
  await page.getByRole('menuitemradio', { name: /^Not following/ }).click()
  await follow(page, 'Not following').click()
  await page.getByRole('menuitemradio', { name: /^Not following.*Sends when online/ }).waitFor()
  await page.keyboard.press('Escape')

  await choose(page, '.bar', 'Save thread for later')
  await page.getByText('Saved for later, once you are online.').waitFor()
  await choose(page, '#post-1', 'Save for later')
  await choose(page, '#post-1', 'No longer save for later')
  await page.getByText('No longer saved, once you are online.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await page.getByText('3 things send when you are online.').waitFor()
  const second = await page.context().newPage()
  await kill(page)

  await second.goto('/threads/1')
  await follow(second, 'Not following').waitFor()
  await second.goto('/saved')
  const rows = second.locator('main .rows > li')
  await rows.filter({ hasText: 'Saved for later, once you are online.' }).nth(1).waitFor()
  const printer = rows.filter({ hasText: 'Printer' })
  await printer.getByRole('button', { name: 'Let go' }).click()
  await printer.getByText('No longer saved, once you are online.').waitFor()
  assert.equal(await printer.getByRole('button', { name: 'Let go' }).count(), 0)
  const third = await second.context().newPage()
  await third.goto('/saved')
  await third.locator('main .rows > li').filter({ hasText: 'Printer' }).getByRole('button', { name: 'Take it back' }).click()
  await printer.getByText('No longer saved, once you are online.').waitFor({ state: 'detached' })
  await printer.getByRole('button', { name: 'Let go' }).click()
  await printer.getByText('No longer saved, once you are online.').waitFor()
  await second.goto('/drafts')
  for (const said of ['What reaches you of Rollback', 'Save for later: Rollback', 'No longer save: Printer'])
    await second.getByText(said).first().waitFor()

  await second.context().setOffline(false)
  await nothingWaits(second)
  assert.equal((await baton.call(ben, 'GET', '/threads/1')).body.follow, 'quiet')
  const saved = (await baton.call(ben, 'GET', '/saved')).body.items
  assert.deepEqual(saved.map(({ type, number }: { type: string; number: number }) => [type, number]).toSorted(), [
    ['post', 1],
    ['thread', 1],
  ])
  await second.goto('/saved')
  await rows.nth(1).waitFor()
  assert.deepEqual(baton.faults, [])
})

test('what cannot be saved any more says so where it is listed', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const { body: post } = await baton.call(ann, 'POST', '/threads/1/posts', { body: 'Not for long.' })
  const page = await open({ as: ben, installs: true })
  await page.goto('/saved')
  await page.getByText('Nothing is saved').waitFor()
  await answersKept(page, 'listSaved')
  await page.goto('/threads/1')
  await page.getByText('Not for long.').waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread', 'listPosts')
  await page.context().setOffline(true)
  await choose(page, '#post-2', 'Save for later')
  await page.getByText('Saved for later, once you are online.').waitFor()
  await baton.call(ann, 'DELETE', `/posts/${post.id}`)
  await page.context().setOffline(false)
  await page.goto('/saved')
  await page.getByText('Not done: This post was deleted.').waitFor()
  await page.getByRole('button', { name: 'Let go' }).click()
  await page.getByText('Nothing is saved').waitFor()
  await nothingWaits(page)
})

test('without a network the inbox is cleared, and taken back; cleared again, and the tab killed, what was seen is read once it is back, and what came since is not', async (t) => {
  const { baton, open, move, ann, ben } = await tellAsking(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'Thanks @ben.' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Printer', body: 'About it.' })
  await baton.settle()
  await baton.call(ben, 'POST', '/held/read', {})
  const page = await open({ as: ben, installs: true })
  await page.goto('/inbox')
  await page.getByText('Ann Mori mentioned you').waitFor()
  await page.getByText('In threads you follow').waitFor()
  await areRows(page, 3)
  await pagesKept(page)
  await answersKept(page, 'listInbox', 'listInboxThreads')
  await page.context().setOffline(true)

  const cleared = (window: Page) => window.locator('main').getByText('All read, once you are online.')
  await page.keyboard.press('Shift+Escape')
  await cleared(page).waitFor()
  await areRows(page, 1)
  await page.getByText('Ann Mori asks you to answer').waitFor()
  await page.getByText('One thing sends when you are online.').waitFor()
  await page.keyboard.press('z')
  await areRows(page, 3)
  await cleared(page).waitFor({ state: 'detached' })
  await page.keyboard.press('Shift+Escape')
  await cleared(page).waitFor()
  const second = await page.context().newPage()
  await kill(page)

  await second.goto('/inbox')
  await cleared(second).waitFor()
  await second.getByText('Ann Mori asks you to answer').waitFor()
  await areRows(second, 1)
  await second.locator('main').getByRole('button', { name: 'Take it back' }).click()
  await areRows(second, 3)
  // From elsewhere, by what this device has of the inbox.
  await second.goto('/drafts')
  await second.getByRole('heading', { level: 1 }).waitFor()
  await second.keyboard.press('Control+k')
  await second.getByRole('combobox').fill('Mark all read')
  await second.getByRole('option', { name: 'Mark all read', exact: true }).click()
  await second.getByText('Mark all read in the inbox').waitFor()

  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'And again @ben.' })
  await move('2026-11-23T16:00:00Z')
  await second.context().setOffline(false)
  await nothingWaits(second)
  await second.goto('/inbox')
  await second.getByText('And again').waitFor()
  const left = (await baton.call(ben, 'GET', '/inbox')).body.items.map(({ why, excerpt }: { why: string; excerpt: string }) => [
    why,
    excerpt,
  ])
  assert.deepEqual(left.toSorted(), [
    ['ask', 'Which one?'],
    ['mention', 'And again @ben.'],
  ])
  assert.deepEqual((await baton.call(ben, 'GET', '/inbox/threads')).body.items, [])
  assert.deepEqual(baton.faults, [])
})

async function choose(page: Page, within: string, act: string): Promise<void> {
  await page.locator(within).getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: act, exact: true }).click()
}

async function areRows(page: Page, count: number): Promise<void> {
  await page.waitForFunction((count) => document.querySelectorAll('[data-row]').length === count, count)
}
