import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page, Response, Route } from 'playwright-core'
import { openBaton } from './browser.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

const field = (page: Page, name = 'Your reply') => page.getByRole('textbox', { name })
const text = (page: Page): Promise<string> => field(page).inputValue()

/** The refusal by which a device learns that it is behind is written into the console by the browser. */
const unexpected = (complaints: readonly string[]): string[] => complaints.filter((line) => !line.includes('status of 412'))

test('what is being written outlives its window and is on every device; where two write at once both are shown', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const desk = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await desk.goto('/threads/1')
  await field(desk).fill('Half a thought about')
  await desk.getByText('Draft kept', { exact: true }).waitFor()
  await desk.close()

  const phone = await open({ as: john, timeZone: 'America/Sao_Paulo', width: 390 })
  await phone.goto('/drafts')
  await phone.getByRole('link', { name: 'Export stops at 10,000 rows and looks complete' }).click()
  await field(phone).waitFor()
  await phone.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a thought about')

  const train = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await train.goto('/threads/1')
  await train.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a thought about')
  await field(phone).fill('Half a thought about the writer')
  await phone.getByText('Draft kept', { exact: true }).waitFor()
  await field(train).fill('Half a thought about columns')
  await train.getByText('This was also written on another device').waitFor()
  await train.getByText('Half a thought about the writer').waitFor()
  assert.equal(await text(train), 'Half a thought about columns')
  await train.getByRole('button', { name: 'Keep this' }).click()
  await train.getByText('Draft kept', { exact: true }).waitFor()

  await train.getByRole('button', { name: 'Send' }).click()
  await train.getByRole('article').getByText('Half a thought about columns').waitFor()
  await phone.goto('/drafts')
  await phone.getByText('Nothing is waiting to be sent').waitFor()
  assert.deepEqual(unexpected(complaints), [])
  assert.deepEqual(baton.faults, [])
})

test('what is written while the device looks for what another wrote is not replaced by it: both are shown', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const train = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await train.goto('/threads/1')
  await field(train).fill('Half a thought about')
  await train.getByText('Draft kept', { exact: true }).waitFor()
  const [asked, answering, looked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), train.waitForResponse(isLook)]
  await train.route(isLook, async (route) => {
    asked.resolve()
    await answering.promise
    await route.continue()
  })
  await train.reload()
  await asked.promise

  const phone = await open({ as: john, timeZone: 'America/Sao_Paulo', width: 390 })
  await phone.goto('/threads/1')
  await phone.waitForFunction(() => document.querySelector('textarea')?.value === 'Half a thought about')
  await field(phone).fill('Half a thought about the writer')
  await phone.getByText('Draft kept', { exact: true }).waitFor()
  await field(train).fill('Half a thought about columns')
  answering.resolve()
  await looked
  await train.getByText('This was also written on another device').waitFor()
  await train.getByText('Half a thought about the writer').waitFor()
  assert.equal(await text(train), 'Half a thought about columns')
  assert.deepEqual(unexpected(complaints), [])
})

test('what came from this device without its answer is not taken for another’s, whatever is written on', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  let lost = 0
  const loseAnswer = async (route: Route): Promise<void> => {
    if (route.request().method() !== 'PUT' || lost > 1) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionreset')
  }
  await page.route('**/api/v1/drafts/*', loseAnswer)
  await page.goto('/threads/1')
  // The first that is kept, and one that takes its place.
  for (const written of ['Half a thought', 'Half a thought about', 'Half a thought about columns']) {
    const failed = lost < 2 && page.waitForEvent('requestfailed', (request) => request.method() === 'PUT')
    await field(page).fill(written)
    await failed
  }
  await page.getByText('Draft kept', { exact: true }).waitFor()
  assert.equal(lost, 2)
  assert.equal(await page.getByText('This was also written on another device').count(), 0)
  assert.deepEqual((await baton.call(john, 'GET', '/drafts/thread:1')).body.value.body, 'Half a thought about columns')
})

test('a post is sent at the start of their day: previewed from then, changed before, gone once', async (t) => {
  const { baton, open, move, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await page.goto('/threads/1')
  await field(page).fill('Ann, can the notice to the three customers go out as it stands?')
  await page.getByRole('button', { name: 'Add an ask' }).click()
  await page.getByLabel('Of whom').fill('ann')
  await page.getByRole('button', { name: 'Choose when it leaves' }).click()
  await page.getByRole('menuitem', { name: 'At the start of Ann’s day Wed 09:00 their time' }).click()
  await page.getByText(/Ann reads this Wed 09:00 their time/).waitFor()
  await page.getByRole('button', { name: 'Send today 21:00' }).click()
  await page.getByText('It leaves today 21:00.').waitFor()
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '')

  await page.goto('/drafts')
  const row = page.getByRole('listitem').filter({ hasText: 'Ann, can the notice' })
  await row.getByText('Leaves today 21:00').waitFor()
  await row.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('dialog').getByLabel('Text').fill('Ann, can the notice go out as it is?')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByText('Ann, can the notice go out as it is?').waitFor()
  await move('2026-11-17T23:59:00Z')
  assert.equal((await baton.call(john, 'GET', '/scheduled')).body.items.length, 1)
  await move('2026-11-18T00:00:00Z')
  await move('2026-11-18T00:05:00Z')
  await page.goto('/threads/1')
  const sent = page.getByRole('article').filter({ hasText: 'Ann, can the notice go out as it is?' })
  await sent.first().waitFor()
  assert.equal(await sent.count(), 1)
  await page.goto('/drafts')
  await page.getByText('Nothing is waiting to be sent').waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('the coach is followed by keyboard alone', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await page.goto('/threads/1')
  await field(page).waitFor()
  await page.keyboard.press('r')
  await field(page).and(page.locator(':focus')).waitFor()
  await page.keyboard.type('@kenji uses the same writer. Is it built already?')
  await page.getByText('You mention Kenji Sato without an ask').waitFor()
  await page.getByText('A question, asked of nobody').waitFor()
  await tabTo(page, 'Make it an ask of Kenji')
  await page.keyboard.press('Enter')
  assert.equal(await page.getByLabel('Of whom').inputValue(), 'kenji')
  await page.getByText('A question, asked of nobody').waitFor({ state: 'detached' })
  await page.getByText('No needed-by set for Kenji Sato').waitFor()
  await page.getByLabel('Of whom').fill('reports')
  await page.getByText('No needed-by set for Reports').waitFor()
  await page.getByLabel('Of whom').fill('kenji')
  await page.getByText('No needed-by set for Kenji Sato').waitFor()
  await tabTo(page, 'Use the end of their day')
  await page.keyboard.press('Enter')
  await page.getByText('No needed-by set for Kenji Sato').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Enter')
  await page.getByRole('article').getByText('Kenji Sato: Is it built already?').waitFor()
  assert.deepEqual(complaints, [])
})

test('before asking, what was answered already is shown; an answer is a link in two presses', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await page.goto('/threads/new')
  await page.getByLabel('Title').fill('What is the empty state of scheduled reports?')
  await field(page, 'What it is about').fill('Does it ship behind the flag?')
  const answered = page.getByRole('region', { name: 'Already answered?' })
  await answered.getByText('Shipped behind the flag.').waitFor()
  await answered.getByRole('button', { name: 'Link to Empty state for scheduled reports' }).click()
  await page.waitForFunction(() => /\n\n#\d+$/.test(document.querySelector('textarea')?.value ?? ''))

  await page.goto('/threads/1')
  await page.getByRole('button', { name: 'Answer', exact: false }).first().waitFor()
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'Answer with a link' }).click()
  await page.getByRole('dialog').getByLabel('Search for').fill('empty state')
  await page.getByRole('dialog').getByRole('button', { name: 'Answer with Empty state for scheduled reports' }).click()
  await page.getByRole('link', { name: 'with Empty state for scheduled reports' }).first().waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

/** Whether a draft is there, and in which version. */
const isLook = (asked: URL | Response): boolean => {
  const { pathname, searchParams } = asked instanceof URL ? asked : new URL(asked.url())
  return pathname === '/api/v1/drafts' && searchParams.has('key')
}

/** Presses Tab until the button of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (focused === name) return
  }
  assert.fail(`${name} was not reached`)
}
