import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBaton } from './browser.ts'
import { chord } from './chord.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

test('an act is given another key, keys that are taken change places, and hints show what holds', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  const key = (act: string) => page.getByRole('button', { name: `Change the key: ${act}`, exact: true })
  const has = (act: string, keys: string) => key(act).getByText(keys, { exact: true }).waitFor()
  await page.goto('/settings')
  await page.getByRole('link', { name: 'Keys', exact: true }).press('Enter')
  await key('Pass to somebody else').press('Enter')
  await page.keyboard.press('y')
  await page.getByText('“Pass to somebody else” has Y now.').waitFor()
  await key('Pass to somebody else').and(page.locator(':focus')).waitFor()

  await key('Search').press('Enter')
  await page.keyboard.press('y')
  await page.getByText('Y is taken by “Pass to somebody else”.').waitFor()
  await page.getByRole('button', { name: 'Let them change places' }).press('Enter')
  await has('Search', 'Y')
  await has('Pass to somebody else', '/')

  await key('People').press('Enter')
  await chord(page, 'g', 'w')
  await page.getByText('“People” has G W now.').waitFor()
  await key('New thread').press('Enter')
  await page.keyboard.press('Delete')
  await page.getByText('“New thread” has no key now.').waitFor()

  await page.goto('/')
  await page.locator('.ask.is-sel').getByRole('button', { name: 'Pass' }).getByText('/').waitFor()
  await page.keyboard.press('c')
  await page.keyboard.press('/')
  await page.getByRole('dialog', { name: 'Who should have this ask?' }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await page.getByRole('searchbox', { name: 'Find a key or what it does' }).fill('people')
  const sheet = page.getByRole('dialog', { name: 'Keys that work here' })
  await sheet.locator('dl').nth(2).waitFor({ state: 'detached' })
  assert.deepEqual(
    await sheet
      .locator('dl')
      .allInnerTexts()
      .then((all) => all.map((text) => text.replaceAll(/\s+/g, ' '))),
    ['People GW', 'People, spaces and rotations @'],
  )
  // The first empties the search.
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key)
  await sheet.waitFor({ state: 'detached' })
  await chord(page, 'g', 'w')
  await page.waitForURL(/\/people/)
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await page.keyboard.press('Escape')
  await page.waitForURL(/\/$/)
  await page.goto('/settings/keys')
  await page.getByRole('button', { name: 'Give every act its first key' }).press('Enter')
  await has('Search', '/')
  assert.deepEqual(complaints, [])
})
