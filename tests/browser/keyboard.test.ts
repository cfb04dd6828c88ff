import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { chord } from './chord.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

test('a day goes by keys alone: signing in, going about, answering an ask', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: HALYARD_BEGINS })
  await tellHalyard(baton)
  const page = await open({ timeZone: 'America/Sao_Paulo' })
  const keys = pressOn(page)

  await page.goto('/inbox')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await isFocused(page, 'input[type=email]')
  await page.keyboard.type('john@halyard.example')
  await keys('Tab')
  await page.keyboard.type('seven quiet lanterns')
  await keys('Enter')
  await page.waitForURL('/inbox')
  await isFocused(page, 'h1')

  await chord(page, 'g', 't')
  await page.getByText('Needs you').waitFor()
  await isFocused(page, 'h1')
  await chord(page, 'g', 'i')
  await isFocused(page, 'h1')
  await page.locator('h1').filter({ hasText: 'Inbox' }).waitFor()
  const items = page.locator('.item')
  await items.nth(1).waitFor()
  const second = await items.nth(1).locator('h3').innerText()
  await keys('j', 'j', 'k')
  await page.locator('.item.is-sel h3').filter({ hasText: second }).waitFor()
  await keys('Enter')
  // Whatever it is about: a thread, or a shift that is offered.
  await page.waitForURL(/\/(threads|rotations)\//)
  await isFocused(page, 'h1')

  await chord(page, 'g', 't')
  const selected = page.locator('.ask.is-sel h3')
  await selected.waitFor()
  await selected.filter({ hasText: 'Extend Delmar Bakery’s free plan to 31 January' }).waitFor()
  await keys('j')
  await selected.filter({ hasText: 'Can a streamed export keep the column order people saved?' }).waitFor()
  await keys('j', 'k', 'Enter')
  await page.waitForURL(/\/threads\/1/)
  await page.getByText('The mobile share sheet').waitFor()
  await keys('a')
  await isFocused(page, '.composer textarea')
  await page.keyboard.type('Yes. The order is applied before the first row is written.')
  await keys('Control+Enter')
  await page.getByRole('article').getByText('Answered today 14:04').waitFor()
  await page.getByText('Yes. The order is applied').waitFor()

  await keys('Escape', '/')
  await page.waitForURL(/\/search/)
  await isFocused(page, 'input[type=search]')
  await page.keyboard.type('fernhill')
  await page.getByRole('link', { name: 'Export stops' }).first().waitFor()
  assert.deepEqual(
    complaints.filter((complaint) => !complaint.includes('status of 401')),
    [],
  )
})

test('dialogs and menus keep the focus while they are open, and give it back', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  const keys = pressOn(page)
  await page.goto('/')
  await page.getByText('Needs you').waitFor()

  const change = page.getByRole('link', { name: 'Change times' })
  await change.focus()
  await keys('?')
  const dialog = page.getByRole('dialog', { name: 'Keys that work here' })
  await dialog.waitFor()
  for (let step = 0; step < 6; step += 1) {
    assert.ok(
      await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null),
      `step ${step}`,
    )
    await keys('Tab')
  }
  await keys('Escape')
  await dialog.waitFor({ state: 'detached' })
  await focusIsOn(page, 'Change times')

  await keys('p')
  await page.getByRole('dialog', { name: 'Who should have this ask?' }).waitFor()
  await isFocused(page, 'dialog input')
  await keys('Escape')
  await focusIsOn(page, 'Change times')

  const menu = page.getByRole('button', { name: 'Halyard' })
  await menu.focus()
  await keys('Enter')
  await page.getByRole('menuitem', { name: 'Settings' }).waitFor()
  await focusIsOn(page, 'Settings')
  await keys('ArrowDown')
  await focusIsOn(page, 'Administration')
  await keys('Escape')
  await page.getByRole('menuitem', { name: 'Settings' }).waitFor({ state: 'hidden' })
  await focusIsOn(page, 'Halyard')
})

test('whatever has the focus shows it, beginning with the way past the navigation', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, timeZone: 'America/Sao_Paulo' })
  const keys = pressOn(page)
  for (const [path, shows] of [
    ['/', 'Needs you'],
    ['/threads/1', 'The mobile share sheet'],
    ['/settings/hours', 'Save my hours'],
    ['/spaces/reports', 'Waiting for an answer'],
  ] as const) {
    await page.goto(path)
    await page.getByText(shows).first().waitFor()
    await keys('Tab')
    await focusIsOn(page, 'Skip to content')
    await keys('Enter')
    await isFocused(page, 'main')
    for (let step = 0; step < 25; step += 1) {
      await keys('Tab')
      assert.equal(await page.evaluate(unmarkedFocus), null, path)
    }
  }
})

test('single keys rest when they are turned off', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-17T10:00:00Z' })
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Rollback', body: 'What now?' })
  const page = await open({ as: ann })
  const keys = pressOn(page)
  const beside = page.getByRole('complementary', { name: 'About this thread' })
  await page.goto('/threads/1')
  await beside.getByText('Follow or unfollow').waitFor()
  await page.goto('/inbox')
  await page.getByText('Nothing waits for you').waitFor()
  await keys('?')
  await page.getByRole('checkbox', { name: 'Single keys' }).focus()
  await keys('Space', 'Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await chord(page, 'g', 't')
  await keys('c', '?')
  assert.equal(await page.getByRole('dialog').count(), 0)
  // Where they had led, going back would lead there.
  await page.getByRole('link', { name: 'People' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  await page.goto('/threads/1')
  await beside.getByText('Nobody is asked anything here.').waitFor()
  assert.equal(await beside.getByText('Follow or unfollow').count(), 0, 'what does nothing is not told')
})

function pressOn(page: Page) {
  return async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key)
  }
}

async function isFocused(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((selector) => document.activeElement?.matches(selector), selector)
}

/** The focus comes to what has this text. */
async function focusIsOn(page: Page, text: string): Promise<void> {
  await page.waitForFunction((text) => document.activeElement?.textContent?.trim() === text, text)
}

/** What has the focus without a ring around it or the row it stands for; null when all is well. Runs in the page. */
function unmarkedFocus(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  const around = [focused, focused.closest('.ask'), focused.closest('.item'), focused.closest('.composer')].filter(
    (element) => element !== null,
  )
  const isMarked = around.some((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || (element.matches('.composer') && boxShadow !== 'none')
  })
  return isMarked ? null : focused.outerHTML.slice(0, 200)
}
