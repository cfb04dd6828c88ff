import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { tellAsking } from './asking.ts'
import { answersKept, nothingWaits, pagesKept } from './kept.ts'

test('without a network an ask is declined, moved, passed on and withdrawn where it stands; each is done once, and who was second is told who was first', async (t) => {
  const { baton, open, ann, ben, ask } = await tellAsking(t)
  await baton.person({ handle: 'cleo', name: 'Cleo Park' })
  const wanted = ['Take the red one?', 'Check the numbers.', 'Call the printer.']
  const asks = wanted.map((text) => ({ to: 'ben', verb: 'answer', text }))
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'And these.', asks })
  await baton.call(ben, 'POST', '/threads/1/posts', { body: 'One thing.', asks: [{ to: 'ann', verb: 'answer', text: 'Is it final?' }] })
  await baton.settle()
  for (const who of [ann, ben]) await baton.call(who, 'POST', '/held/read', {})
  const page = await open({ as: ben, installs: true })
  await page.goto('/threads/1')
  await page.getByText('Ann Mori: Is it final?').waitFor()
  await pagesKept(page)
  await page.getByRole('link', { name: 'Inbox' }).first().click()
  const item = page.locator('.item').filter({ hasText: 'Call the printer.' })
  const dialog = page.getByRole('dialog')
  // Who can be named was seen once.
  await select(page, item)
  await page.keyboard.press('p')
  await dialog.locator('option', { hasText: 'Cleo Park' }).waitFor({ state: 'attached' })
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Today' }).first().click()
  await page.locator('.today .ask').nth(3).waitFor()
  await answersKept(page, 'getThread', 'getToday', 'listPosts', 'listPeople')
  await page.context().setOffline(true)

  const row = page.locator('.today .ask').filter({ hasText: 'Check the numbers.' })
  await select(page, row)
  await page.keyboard.press('n')
  await dialog.getByLabel('Needed by').selectOption({ label: 'in 3 working days' })
  await dialog.getByLabel('Why it moves').fill('The red one comes first.')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await row.getByText('You propose another time. Sends when online.').waitFor()
  await select(page, row)
  assert.equal(await row.getByRole('button', { name: 'Propose another time' }).count(), 0, 'what waits is taken back first')

  await page.getByRole('link', { name: 'Inbox' }).first().click()
  await select(page, item)
  await page.keyboard.press('p')
  await dialog.getByLabel('Pass to').fill('cleo')
  await dialog.getByRole('button', { name: 'Pass it on' }).click()
  await item.getByText('You pass it on to Cleo Park. Sends when online.').waitFor()

  await page.goto('/threads/1')
  await inline(page, 'Call the printer.').getByText('Sends when online').waitFor()
  await decline(page, 'Take the red one?', 'I have not seen it.')
  await choose(page, 'Is it final?', 'Withdraw')
  const own = inline(page, 'Is it final?')
  await own.getByText('You withdraw it. Sends when online.').waitFor()
  await own.getByRole('button', { name: 'Take it back' }).click()
  await own.getByText('You withdraw it.').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await own.getByText('You withdraw it. Sends when online.').waitFor()
  await decline(page, 'Which one?', 'Neither of them.')
  await page.getByText('5 things send when you are online.').waitFor()

  await baton.call(ann, 'POST', `/asks/${ask}/withdraw`, {})
  // The first thing arrives, and its answer does not.
  let lost = 0
  await page.context().route('**/api/v1/asks/*/needed-by', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionreset')
  })
  const failed = page.context().waitForEvent('requestfailed', (request) => request.url().endsWith('/needed-by'))
  await page.context().setOffline(false)
  await failed
  await page.reload()
  const refused = inline(page, 'Which one?')
  await refused.getByText(/^Not sent: Ann Mori withdrew this ask today 12:00\. .*Your text is kept here\.$/).waitFor()
  await refused.getByText('Neither of them.').waitFor()
  const all = (await baton.call(ben, 'GET', '/threads/1')).body.asks
  const now = Object.fromEntries(all.map(({ text, state, ...rest }: { text: string; state: string }) => [text, { state, ...rest }]))
  assert.equal(lost, 1)
  assert.equal(now['Check the numbers.'].moves.length, 1)
  assert.equal(now['Call the printer.'].owner.handle, 'cleo')
  assert.deepEqual(
    [...wanted.slice(0, 1), 'Is it final?', 'Which one?'].map((text) => now[text].state),
    ['declined', 'withdrawn', 'withdrawn'],
  )
  await page.getByText('One thing could not be sent.').waitFor()
  await page.getByRole('link', { name: 'See what waits' }).click()
  await page.getByText('Decline: Which one?').waitFor()
  await page.goBack()
  await refused.getByRole('button', { name: 'Let it go' }).click()
  await refused.getByText('Not sent').waitFor({ state: 'detached' })
  await nothingWaits(page)
  assert.deepEqual(baton.faults, [])
})

const inline = (page: Page, ask: string): Locator => page.locator('.inask').filter({ hasText: ask })

async function select(page: Page, row: Locator): Promise<void> {
  for (let tries = 0; tries < 9 && !(await row.getAttribute('class'))?.includes('is-sel'); tries += 1) await page.keyboard.press('j')
}

/** What the menu of an ask in its thread offers. */
async function choose(page: Page, ask: string, choice: string): Promise<void> {
  await inline(page, ask).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: choice }).click()
}

async function decline(page: Page, ask: string, why: string): Promise<void> {
  await choose(page, ask, 'Decline')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why you decline').fill(why)
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await inline(page, ask).getByText('You decline. Sends when online.').waitFor()
}
