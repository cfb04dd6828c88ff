import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import { openBaton } from './browser.ts'
import { HALYARD_BEGINS, tellHalyard } from './halyard.ts'

/** What a finger needs, in pixels. */
const FINGER = 44
/** The height of the label above a field, with the room between them. */
const LABEL = 26

test('ways beside what is read are as tall as a finger on a phone', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  const page = await open({ as: john, width: 390, height: 844 })
  await page.goto('/people/ann')
  assert.deepEqual(await tooSmall(page.locator('.person__space')), [])
  await page.goto('/settings/interruptions')
  assert.deepEqual(await tooSmall(page.locator('.crumbs a')), [])
  await page.goto('/search?q=export')
  assert.deepEqual(await tooSmall(page.locator('.fc li').locator('a, button')), [])
})

test('the fields of a new password stand beside each other, and apart from each other on a phone', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const { john } = await tellHalyard(baton)
  for (const width of [1440, 390]) {
    const page = await open({ as: john, width })
    await page.goto('/settings/sign-in')
    const [current, next] = await Promise.all(['Current password', 'New password'].map((name) => boxOf(page.getByLabel(name))))
    assert.ok(current && next)
    if (width === 1440) assert.equal(next.y, current.y)
    else assert.ok(next.y - current.y - current.height > LABEL + 10, 'the label of one is not at the border of the other')
  }
})

test('where there is nothing, there is a way on; whoever invites into no space learns that there is none', async (t) => {
  const { baton, open } = await openBaton(t, { at: HALYARD_BEGINS })
  const page = await open({ as: await baton.setup(), width: 390, height: 844 })
  await page.goto('/catch-up')
  await page.getByRole('main').getByRole('link', { name: 'Go to Today' }).click()
  await page.waitForURL('/')
  await page.goto('/drafts')
  await page.getByRole('main').getByRole('link', { name: 'New thread' }).click()
  await page.waitForURL('/threads/new')
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('dialog').getByText('There is no space yet.').waitFor()
})

/** Those of them that are lower than a finger, with their words. */
async function tooSmall(ways: Locator): Promise<string[]> {
  await ways.first().waitFor()
  const boxes = await Promise.all((await ways.all()).map(async (way) => ({ text: await way.textContent(), box: await boxOf(way) })))
  return boxes.filter(({ box }) => box.height < FINGER).map(({ text, box }) => `${text} is ${box.height} px`)
}

async function boxOf(one: Locator): Promise<{ y: number; height: number }> {
  const box = await one.boundingBox()
  assert.ok(box)
  return box
}
