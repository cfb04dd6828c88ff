import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { tellAsking } from './asking.ts'

test('what is done by keys leaves the focus where it was done, also when what was pressed is gone', async (t) => {
  const { baton, open, ben } = await tellAsking(t)
  const page = await open({ as: ben })
  await page.goto('/threads/1')
  const reply = page.getByRole('textbox', { name: 'Your reply' })
  await reply.fill('A note.')
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await send.press('Enter')
  const post = page.getByRole('article').filter({ hasText: 'A note.' })
  await post.waitFor()
  await isWithin(page, '.composer')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => document.activeElement?.matches('.composer textarea'))

  const own = page.locator('article.post').nth(1)
  const choose = async (name: string): Promise<void> => {
    await own.getByRole('button', { name: 'More' }).press('Enter')
    await page.getByRole('menuitem', { name, exact: true }).press('Enter')
  }
  await choose('Edit')
  await own.getByRole('textbox').fill('A better note.')
  await own.getByRole('button', { name: 'Save' }).press('Enter')
  await own.getByRole('textbox').waitFor({ state: 'detached' })
  await own.getByText('A better note.').waitFor()
  await isWithin(page, 'article.post')
  await choose('Edit')
  await own.getByRole('button', { name: 'Cancel' }).press('Enter')
  await own.getByRole('textbox').waitFor({ state: 'detached' })
  await isWithin(page, 'article.post')
  await choose('Delete')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).press('Enter')
  await own.getByText('Ben Ito took this post away').waitFor()
  await isWithin(page, 'article.post')

  // The menu that a dialog was opened from is gone once the ask is settled.
  const ask = page.locator('.inask')
  await ask.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Decline' }).press('Enter')
  await page.getByLabel('Why you decline').fill('Neither.')
  await page.getByRole('dialog').getByRole('button', { name: 'Decline' }).press('Enter')
  await ask.getByText('Declined today').waitFor()
  await isWithin(page, 'article.post')
  assert.deepEqual(baton.faults, [])
})

test('whoever presses beside everything has the focus nowhere, and keeps it so when what had it is gone', async (t) => {
  const { open, ben } = await tellAsking(t)
  const page = await open({ as: ben })
  await page.goto('/threads/1')
  await page.getByRole('textbox', { name: 'Your reply' }).fill('A note.')
  await page
    .locator('.meta')
    .first()
    .click({ position: { x: 2, y: 2 } })
  await page.waitForFunction(() => document.activeElement === document.body || document.activeElement?.matches('main'))
  const before = await page.evaluate(() => document.activeElement?.localName)
  await page.evaluate(async () => {
    document.querySelector('.composer textarea')?.remove()
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame)
  })
  assert.equal(await page.evaluate(() => document.activeElement?.localName), before)
})

const isWithin = (page: Page, place: string): Promise<unknown> =>
  page.waitForFunction((place) => document.activeElement?.closest(place) !== null, place)
