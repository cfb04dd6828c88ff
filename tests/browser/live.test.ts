import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { hold } from './hold.ts'
import { streamsOf } from './streams.ts'

test('a browser opens one stream for all its windows; what comes waits behind a press, and nothing is missed when a window or the network goes', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  const cleo = await baton.person({ handle: 'cleo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const { number } = (await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: 'What now?' }))
    .body
  await baton.settle()
  const post = async (who: typeof ann, body: string): Promise<void> => {
    await baton.call(who, 'POST', `/threads/${number}/posts`, { body })
    await baton.settle()
  }

  const first = await open({ as: cleo })
  const streams = streamsOf(first.context())
  await openThread(first, number)
  await streams.answered(1)
  const second = await first.context().newPage()
  await openThread(second, number)

  await post(ben, 'We roll back.')
  for (const page of [first, second]) await page.getByRole('button', { name: 'One new post, show' }).waitFor()
  assert.equal(await second.getByText('We roll back.').count(), 0, 'nothing moves under who reads')
  await post(ben, 'Then we look.')
  await second.getByRole('button', { name: '2 new posts, show' }).click()
  await second.getByText('Then we look.').waitFor()
  await second.getByRole('button', { name: /new posts?, show/ }).waitFor({ state: 'detached' })
  assert.equal(streams.opened.length, 1)

  await first.close()
  await streams.answered(2)
  assert.match(streams.opened[1] ?? '', /^\d+$/, 'it goes on behind what the other window heard')
  await post(ann, 'Thanks both.')
  await second.getByRole('button', { name: 'One new post, show' }).click()
  await second.getByText('Thanks both.').waitFor()

  await second.context().setOffline(true)
  await second.getByText(/^Offline/).waitFor()
  await post(ben, 'Done.')
  await second.context().setOffline(false)
  await second.getByRole('button', { name: 'One new post, show' }).waitFor()
  await second.getByRole('textbox', { name: 'Your reply' }).fill('Good to know.')
  await second.getByRole('button', { name: 'Send' }).click()
  await second.getByText('Good to know.').waitFor()
  await second.getByText('Done.').waitFor()
  assert.deepEqual(
    complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED')),
    [],
  )
  assert.deepEqual(baton.faults, [])
})

test('what is held does not show; what is delivered comes to the pages that are open', async (t) => {
  const { baton, open, move, complaints } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.settle()
  const today = await open({ as: ben })
  const streams = streamsOf(today.context())
  await today.goto('/')
  await streams.answered(1)
  const inbox = await today.context().newPage()
  await inbox.goto('/inbox')
  await inbox.getByText('Nothing waits for you').waitFor()

  const asks = [{ to: 'ben', verb: 'answer', text: 'Which one?' }]
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: 'This or that.', asks })
  await baton.settle()
  await today.getByText('Nothing needs you today').first().waitFor()
  await move('2026-11-23T16:00:00Z')
  await today.getByText('Which one?').waitFor()
  await inbox.getByText('Ann Mori asks you to answer').waitFor()
  assert.equal(streams.opened.length, 1)
  assert.deepEqual(complaints, [])
})

/** Opens a thread, whose posts have been asked for: what is added from here on comes while it is read. */
async function openThread(page: Page, number: number): Promise<void> {
  const posts = page.waitForResponse((response) => new URL(response.url()).pathname === `/api/v1/threads/${number}/posts`)
  await page.goto(`/threads/${number}`)
  await (await posts).finished()
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
}

test('what is done between the first answer of a window and the beginning of its stream is told as well', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  const cleo = await baton.person({ handle: 'cleo' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const { number } = (await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Rollback', body: 'What now?' })).body
  await baton.settle()
  const page = await open({ as: cleo })
  const streams = streamsOf(page.context())
  const stream = await hold(page, '**/api/v1/live')
  await openThread(page, number)
  await stream.came
  await baton.call(ben, 'POST', `/threads/${number}/posts`, { body: 'We roll back.' })
  await baton.settle()
  stream.release()
  await page.getByRole('button', { name: 'One new post, show' }).click()
  await page.getByText('We roll back.').waitFor()
  assert.match(streams.opened[0] ?? '', /^\d+$/, 'it begins behind the first answer')
  assert.deepEqual(baton.faults, [])
})

test('a page that was asked for before something was done, and comes behind it, is asked for once more', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const asks = [{ to: 'ben', verb: 'answer', text: 'Which one?' }]
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'question', title: 'Rollback', body: 'This or that.', asks })
  await baton.settle()
  await baton.call(ben, 'POST', '/held/read', {})
  const page = await open({ as: ben })
  const asked = Promise.withResolvers<void>()
  let times = 0
  await page.route('**/api/v1/inbox?state=snoozed*', async (route) => {
    times += 1
    const response = await route.fetch()
    asked.resolve()
    if (times === 1) await page.evaluate(() => Reflect.get(globalThis, 'sent') as Promise<void>)
    await route.fulfill({ response })
  })
  await page.route('**/api/v1/inbox/*', async (route) => {
    if (route.request().method() === 'PUT') await asked.promise
    await route.continue()
  })
  await page.goto('/inbox')
  // Until all of this window has heard that it was sent.
  await page.evaluate(() => {
    const sent = new Promise<void>((resolve) => {
      const channel = new BroadcastChannel('outbox')
      channel.addEventListener('message', ({ data }) => data.kind === 'sent' && setTimeout(resolve))
    })
    Reflect.set(globalThis, 'sent', sent)
  })
  const item = page.locator('.item').filter({ hasText: 'Which one?' })
  await item.getByRole('button', { name: 'Later' }).click()
  await page.getByRole('menuitem', { name: 'Tomorrow' }).click()
  await item.waitFor({ state: 'detached' })
  await page.getByText('Later', { exact: true }).first().click()
  await item.filter({ hasText: 'until tomorrow' }).waitFor()
  assert.equal(times, 2)
  assert.deepEqual(complaints, [])
})
