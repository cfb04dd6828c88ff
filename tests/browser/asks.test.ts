import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { tellAsking } from './asking.ts'
import { openBaton } from './browser.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

test('an ask is answered with a question in turn, done, moved, passed on, declined and taken back', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  const needsYou = page.locator('.today .ask h3')

  await page.goto('/')
  await needsYou.first().waitFor()
  assert.equal(await needsYou.count(), 5)
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByText('Monica Grant reads that it is done.').waitFor()
  await needsYou.filter({ hasText: 'Delmar' }).waitFor({ state: 'detached' })

  await page.getByRole('button', { name: 'Propose another time' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Needed by').selectOption({ label: 'in 3 working days' })
  await dialog.getByLabel('Why it moves').fill('The writer comes first.')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await dialog.waitFor({ state: 'detached' })
  await baton.settle()
  await page.locator('.today .ask').filter({ hasText: 'Can a streamed export' }).getByText('Friday').waitFor()

  await page.goto('/threads/1')
  await page.getByRole('button', { name: 'Answer', exact: true }).click()
  await page.getByText('Ann reads your answer Wed 09:00 their time, in 7 h.').waitFor()
  await page.getByRole('textbox', { name: 'Your answer' }).fill('It can. Which export was Fernhill running?')
  await page.getByRole('button', { name: 'Add an ask' }).first().click()
  await page.getByLabel('Of whom').fill('ann')
  await page.getByLabel('The ask in one sentence').fill('Which export was Fernhill running?')
  await page
    .getByLabel('Your answer')
    .getByRole('button', { name: /^Answer(?! with)/ })
    .click()
  await page.getByRole('article').getByText('Ann Mori: Which export was Fernhill running?').waitFor()
  await page.getByRole('article').getByText('Answered today 14:04').waitFor()

  await choose(page, 'queue limits', 'Withdraw')
  await page.getByText('The ask is withdrawn.').waitFor()
  await page.getByRole('article').getByText('Withdrawn today 14:04').waitFor()

  await page.goto('/threads/2')
  await choose(page, 'Login outage', 'Pass to somebody else')
  await dialog.getByLabel('Pass to').fill('kenji')
  await dialog.getByRole('button', { name: 'Pass it on' }).click()
  await page.getByText('Passed to Kenji Sato.').waitFor()
  await page.getByRole('article').getByText('Passed on by John Prado').waitFor()

  await page.goto('/threads/4')
  await choose(page, 'Estimate round', 'Decline')
  await dialog.getByLabel('Why you decline').fill('I have not seen the items.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await page.getByRole('article').getByText('Declined today 14:04: I have not seen the items.').waitFor()

  // What was kept on the device may be there first.
  await page.goto('/')
  await needsYou.first().waitFor()
  await needsYou.nth(1).waitFor({ state: 'detached' })
  assert.equal(await needsYou.count(), 1, 'the one that is needed whenever it suits')
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('what is held can be read now; the inbox is put off, done and cleared', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await page.goto('/')
  await page.getByText('1 item', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Read now' }).click()
  await page.getByText('Nothing is held').waitFor()

  await page.getByRole('link', { name: 'Inbox' }).first().click()
  const items = page.locator('.item')
  await items.filter({ hasText: 'Kenji Sato replied' }).waitFor()
  const before = await items.count()
  await items.filter({ hasText: 'Kenji Sato replied' }).getByRole('button', { name: 'Done' }).click()
  await items.filter({ hasText: 'Kenji Sato replied' }).waitFor({ state: 'detached' })
  await items.filter({ hasText: 'asks you to decide' }).getByRole('button', { name: 'Later' }).click()
  await page.getByRole('menuitem', { name: 'Tomorrow' }).click()
  await items.filter({ hasText: 'asks you to decide' }).waitFor({ state: 'detached' })
  assert.equal(await items.count(), before - 2)
  await page.getByText('Later', { exact: true }).first().click()
  await items.filter({ hasText: 'until tomorrow 09:00' }).waitFor()

  await page.getByText('Open', { exact: true }).first().click()
  await items.filter({ hasText: 'Monica Grant replied' }).waitFor()
  await page.getByRole('button', { name: 'Mark all read' }).click()
  await page.getByText('All read.').waitFor()
  await items.filter({ hasText: 'Monica Grant replied' }).waitFor({ state: 'detached' })
  await items.filter({ hasText: 'asks you to review' }).waitFor()
  assert.deepEqual(complaints, [])
})

test('an ask says what is safe to start until it is answered, and a thread until when it is open', async (t) => {
  const { baton, open, ann, complaints } = await tellAsking(t)
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  await page.getByRole('textbox', { name: 'Your reply' }).fill('The older one is smaller.')
  await page.getByRole('button', { name: 'Add an ask' }).first().click()
  await page.getByLabel('Of whom').fill('ben')
  await page.getByLabel('The ask in one sentence').fill('How large is it?')
  await page.getByRole('button', { name: 'Safe to start meanwhile' }).click()
  await page.getByLabel('Safe to start meanwhile').fill('the copy of the tables')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByRole('article').getByText('Ben Ito: How large is it?').waitFor()

  await page.getByRole('button', { name: 'Change this thread' }).click()
  await page.getByRole('dialog').getByLabel('Closes on').fill('2026-11-27')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Day 1 of 5. Closes Fri 27 Nov.').waitFor()

  await baton.settle()
  await page.goto('/')
  await page.getByText('Safe to start: the copy of the tables').waitFor()
  assert.deepEqual(complaints, [])
})

/** What the menu of an ask in its thread offers. */
async function choose(page: Page, ask: string, choice: string): Promise<void> {
  await page.locator('.inask').filter({ hasText: ask }).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: choice }).click()
}
