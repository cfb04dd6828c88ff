import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { tellAsking } from './asking.ts'
import { answersKept, kill, nothingWaits, pagesKept } from './kept.ts'

test('what is written to decline, pass on and move an ask is there again after the tab was killed, until it is cancelled', async (t) => {
  const { baton, open, ben } = await tellAsking(t)
  await baton.person({ handle: 'cleo', name: 'Cleo Park' })
  let page = await open({ as: ben })
  await page.goto('/threads/1')
  const dialog = await choose(page, 'Decline')
  await dialog.getByLabel('Why you decline').fill('I have not seen it.')
  page = await killed(page)
  const again = await choose(page, 'Decline')
  await fieldHolds(page, 'I have not seen it.')
  await again.getByRole('button', { name: 'Cancel' }).click()

  const passing = await choose(page, 'Pass to somebody else')
  await passing.getByLabel('Pass to').fill('cleo')
  await passing.getByLabel('What they should know').fill('You know it best.')
  page = await killed(page)
  const passed = await choose(page, 'Pass to somebody else')
  await fieldHolds(page, 'You know it best.')
  assert.equal(await passed.getByLabel('Pass to').inputValue(), 'cleo')
  await passed.getByRole('button', { name: 'Cancel' }).click()

  const moving = await choose(page, 'Propose another time')
  await moving.getByLabel('Needed by').selectOption({ label: 'in 3 working days' })
  await moving.getByLabel('Why it moves').fill('The red one comes first.')
  page = await killed(page)
  const moved = await choose(page, 'Propose another time')
  await fieldHolds(page, 'The red one comes first.')
  assert.equal(await moved.getByLabel('Needed by').inputValue(), '3')
  await moved.getByRole('button', { name: 'Cancel' }).click()
  for (const act of ['Decline', 'Pass to somebody else', 'Propose another time']) {
    const empty = await choose(page, act)
    assert.deepEqual(
      await empty.locator('textarea, input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).filter(Boolean)),
      [],
      act,
    )
    await page.keyboard.press('Escape')
  }
  assert.equal((await baton.call(ben, 'GET', '/threads/1')).body.asks[0].state, 'open')
})

test('a reason that waits to be sent is in its dialog again once it is taken back', async (t) => {
  const { baton, open, ben, ask } = await tellAsking(t)
  const page = await open({ as: ben, installs: true })
  await page.goto('/threads/1')
  await page.getByText('Ben Ito: Which one?').waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread', 'listPosts')
  await page.context().setOffline(true)
  const dialog = await choose(page, 'Decline')
  await dialog.getByLabel('Why you decline').fill('I have not seen it.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await page.locator('.inask').getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('It is taken back.').waitFor()
  const again = await choose(page, 'Decline')
  await fieldHolds(page, 'I have not seen it.')
  await again.getByLabel('Why you decline').fill('I have not seen it yet.')
  await again.getByRole('button', { name: 'Decline' }).click()
  await page.locator('.inask').getByText('You decline. Sends when online.').waitFor()
  await page.context().setOffline(false)
  await nothingWaits(page)
  const { body } = await baton.call(ben, 'GET', `/asks/${ask}`)
  assert.deepEqual([body.state, body.reason], ['declined', 'I have not seen it yet.'])
  assert.deepEqual(baton.faults, [])
})

/** Opens what the menu of the ask offers. */
async function choose(page: Page, act: string): Promise<Locator> {
  await page.locator('.inask').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: act }).click()
  await page.getByRole('dialog').waitFor()
  return page.getByRole('dialog')
}

/** The thread in another tab, once this one has ended without a word. */
async function killed(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await kill(page)
  await other.goto('/threads/1')
  return other
}

const fieldHolds = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    (text) => [...document.querySelectorAll<HTMLInputElement>('dialog textarea, dialog input')].some(({ value }) => value === text),
    text,
  )
