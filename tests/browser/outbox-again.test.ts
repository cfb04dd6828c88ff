import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { bodies, tellAsking } from './asking.ts'
import { frame, hold } from './hold.ts'
import { nothingWaits } from './kept.ts'

const written = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.']

test('what was tried without a network does not put off what is tried with one: lost once, it is sent seconds later', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const page = await open({ as: ben, measures: true })
  await page.clock.install({ time: baton.clock.now().epochMilliseconds })
  const marked = page.waitForResponse('**/api/v1/threads/1/read')
  await page.goto('/threads/1')
  await marked
  await page.context().setOffline(true)
  await writeAll(page)
  await page.getByText('7 things send when you are online.').waitFor()
  // It is lost once all else that is asked for has been answered, so that nothing else says that the server is there.
  const losing = Promise.withResolvers<null>()
  let lost = 0
  await page.context().route('**/api/v1/threads/1/posts', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await losing.promise
    return route.abort('connectionreset')
  })
  const tried = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/threads/1/posts'))
  const failed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/threads/1/posts'))
  const refreshed = page.waitForResponse('**/api/v1/threads/1')
  await page.context().setOffline(false)
  await tried
  await refreshed
  losing.resolve(null)
  await failed
  await page.clock.fastForward(10_000)
  await page.getByText('Sends when online').first().waitFor({ state: 'detached' })
  await nothingWaits(page)
  assert.deepEqual(await bodies(baton, ann), ['This or that.', ...written])
})

test('what waits for a server that was silent for long is sent as soon as anything is answered', async (t) => {
  const { baton, open, away, back, ann, ben } = await tellAsking(t)
  const page = await open({ as: ben, installs: true })
  await page.goto('/threads/1')
  await page.getByText('This or that.').waitFor()
  await away()
  await writeAll(page)
  await page.getByText('7 things send when you are online.').waitFor()
  await back()
  await page.getByRole('link', { name: 'People' }).first().click()
  await nothingWaits(page)
  assert.deepEqual(await bodies(baton, ann), ['This or that.', ...written])
})

async function writeAll(page: Page): Promise<void> {
  const reply = page.getByRole('textbox', { name: 'Your reply' })
  for (const text of written) {
    await reply.fill(text)
    await page.keyboard.press('Control+Enter')
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '')
  }
}

test('what is sent while the outbox has just been emptied does not wait: its form is told what came of it', async (t) => {
  const { open, ann } = await tellAsking(t)
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  await page.getByRole('button', { name: 'Change this thread' }).waitFor()
  await page.evaluate(() => {
    const { locks } = navigator
    const request = locks.request.bind(locks) as (...asked: unknown[]) => Promise<unknown>
    const { promise, resolve } = Promise.withResolvers<null>()
    Object.assign(locks, { request: (...asked: unknown[]) => request(...asked).then(async (done) => (await promise) ?? done) })
    document.addEventListener('go-on', () => resolve(null))
    // However slow the machine is, the form does not lose its patience.
    const wait = setTimeout
    Object.assign(window, { setTimeout: (act: () => void, ms: number) => (ms === 4_000 ? 0 : wait(act, ms)) })
  })
  const followed = page.waitForResponse('**/api/v1/threads/1/follow')
  await page.keyboard.press('f')
  await followed

  await page.getByRole('button', { name: 'Change this thread' }).first().click()
  const dialog = page.getByRole('dialog')
  const title = dialog.getByLabel('Title')
  await title.fill('Rollback or not')
  const changing = await hold(page, '**/api/v1/threads/1', { method: 'PATCH' })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await changing.came
  await page.evaluate(() => document.dispatchEvent(new Event('go-on')))
  await frame(page)
  await frame(page)
  assert.ok(await title.isVisible())
  changing.release()
  await page.getByRole('heading', { level: 1, name: 'Rollback or not' }).waitFor()
  await dialog.waitFor({ state: 'detached' })
})
