import assert from 'node:assert/strict'
import { test } from 'node:test'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

declare global {
  interface Window {
    axe: typeof axe
  }
}

test('people, threads and emoji are named by keys, and a preview shows what will be read', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await page.goto('/threads/1')
  await page.getByText('The mobile share sheet').waitFor()
  await page.keyboard.press('r')
  const field = page.getByRole('textbox', { name: 'Your reply' })
  await field.and(page.locator(':focus')).waitFor()
  const list = page.getByRole('listbox', { name: 'What you may mean' })
  const option = (index: number) => list.getByRole('option').nth(index)
  await page.keyboard.type('Ask @')
  await option(0)
    .filter({ hasText: /in this thread/ })
    .waitFor()
  await page.keyboard.type('co')
  await option(0).getByText('Sylvia Costa').waitFor()
  await page.keyboard.press('Enter')
  assert.equal(await field.inputValue(), 'Ask @sylvia ')
  await page.keyboard.type('of @plat')
  await list.getByText('a rotation').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  assert.equal(await field.getAttribute('aria-activedescendant'), await option(0).getAttribute('id'))
  await page.keyboard.press('Tab')
  assert.equal(await field.inputValue(), 'Ask @sylvia of @platform ')
  await page.keyboard.type('about #delmar')
  await option(0).getByText('Delmar Bakery’s free plan').waitFor()
  await page.keyboard.press('Enter')
  assert.match(await field.inputValue(), /about #3 $/)
  await page.keyboard.type('and #2')
  await option(0).getByText('Login outage').waitFor()
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'detached' })
  assert.equal(await field.evaluate((element) => element === document.activeElement), true, 'Escape closes the list alone')
  await page.keyboard.type(' :tha')
  await option(0).getByText('thanks').waitFor()
  await page.keyboard.press('Enter')
  assert.match(await field.inputValue(), /and #2 🙏 $/u)
  await page.keyboard.type('**soon** <b>x</b>')
  await page.getByRole('button', { name: 'Preview' }).press('Enter')
  const preview = page.getByRole('region', { name: 'Preview' })
  await preview.locator('strong').getByText('soon').waitFor()
  assert.match(await preview.innerText(), /@sylvia of @platform.*<b>x<\/b>/s)
  await field.press('Control+Enter')
  await page.getByRole('article').filter({ hasText: 'Ask @sylvia of @platform' }).waitFor()
  assert.deepEqual(complaints, [])
})

test('an ask is put together by keys: whom it goes to, by when, and when that is in their day', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  await page.goto('/threads/1')
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Can Delmar wait for Thursday, and which export is it?')
  await page.getByRole('button', { name: 'Add an ask' }).click()
  const whom = page.getByRole('combobox', { name: 'Of whom' })
  const option = (index: number) => page.getByRole('listbox', { name: 'What you may mean' }).getByRole('option').nth(index)
  await whom.focus()
  await page.keyboard.press('ArrowDown')
  await option(0)
    .filter({ hasText: /in this thread/ })
    .waitFor()
  await page.keyboard.type('plat')
  await option(1).getByText('a rotation').waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await whom.getAttribute('aria-expanded'), 'false')
  await whom.fill('mon')
  await option(0).getByText('Monica Grant').waitFor()
  await page.keyboard.press('ArrowDown')
  assert.equal(await whom.getAttribute('aria-activedescendant'), await option(0).getAttribute('id'))
  await page.keyboard.press('Enter')
  assert.equal(await whom.inputValue(), 'monica')
  await page.keyboard.press('Tab')
  const neededBy = page.getByRole('combobox', { name: 'Needed by' })
  await neededBy.and(page.locator(':focus')).waitFor()
  await neededBy.selectOption({ label: 'the end of their day' })
  await page.getByText('by Tue 17:00 their time').waitFor()
  // It is 12:04 there: what is due stands above the band beside what is now.
  await page.getByText('12:04 now in Toronto').waitFor()
  await page.getByText('17:00 answer due').waitFor()
  await neededBy.selectOption('')
  await page.getByText('needed by', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('article').getByText('Monica Grant: Can Delmar wait for Thursday, and which export is it?').waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('what completes, what is answered in a row and what the keys are set to is whole and accessible at 390 px, in both themes', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo', width: 390, height: 844 })
  await page.goto('/settings/keys')
  await page.getByRole('button', { name: 'Change the key: Answer' }).press('Enter')
  await page.keyboard.press('d')
  await page.getByText('D is taken by').waitFor()
  await isSound(page, 'keys')

  await page.goto('/inbox')
  await page.getByText('Ann Mori asks you to answer').waitFor()
  while (!(await page.locator('.item.is-sel').innerText()).includes('Ann Mori asks you to answer')) await page.keyboard.press('j')
  await page.keyboard.press('a')
  await page.getByText('Ann reads your answer').waitFor()
  await page.keyboard.type('With @a')
  await page.getByRole('listbox').getByText('Arjun Nair').waitFor()
  await isSound(page, 'row-answer')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('s')
  await page.getByRole('menu', { name: 'Later' }).waitFor()
  await isSound(page, 'later')

  await page.goto('/threads/new?space=reports')
  await page.getByRole('textbox', { name: 'What it is about' }).fill('Who looks?')
  for (const [index, name] of ['ann', 'tunde'].entries()) {
    await page.getByRole('button', { name: 'Add an ask' }).click()
    await page.getByLabel('Of whom').nth(index).fill(name)
  }
  await page.getByRole('list', { name: 'When each of them reads it' }).getByText('Tunde Bello').waitFor()
  await isSound(page, 'several')
  await page.getByRole('button', { name: 'Remove this ask' }).last().click()
  await page.getByLabel('Of whom').fill('reports')
  await page.getByRole('list', { name: 'When each of them reads it' }).getByText('Monica Grant').waitFor()
  await page.getByText('and 2 more').waitFor()
  await isSound(page, 'space')
})

/** Nothing of it lies outside of the screen, and axe finds nothing, in either theme. */
async function isSound(page: Page, name: string): Promise<void> {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, name)
  await page.evaluate(axe.source)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    if (process.env['SCREENS']) await page.screenshot({ path: `${process.env['SCREENS']}/${name}-${colorScheme}.png`, fullPage: true })
    const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), WCAG)
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))]),
      [],
      `${name}, ${colorScheme}`,
    )
  }
}
