import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { chord } from './chord.ts'
import { hold } from './hold.ts'
import { answersKept, nothingWaits, pagesKept } from './kept.ts'
import { streamsOf } from './streams.ts'

const AT = '2026-11-17T10:00:00Z'
const key = (page: Page, act: string) => page.getByRole('button', { name: `Change the key: ${act}`, exact: true })
const singleKeys = (page: Page) => page.getByRole('checkbox', { name: 'Single keys' })

test('the keys that somebody chose are theirs on every device, at once; what is chosen without a network follows when it is back', async (t) => {
  const { baton, open } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const desk = await open({ as: ann, installs: true })
  const phone = await open({ as: ann })
  const streams = [desk, phone].map((page) => streamsOf(page.context()))
  await Promise.all([desk, phone].map((page) => page.goto('/settings/keys')))
  await key(phone, 'New thread').waitFor()
  await Promise.all(streams.map(({ answered }) => answered(1)))
  await give(desk, 'New thread', 'y')
  await baton.settle()
  await key(phone, 'New thread').getByText('Y').waitFor()

  await pagesKept(desk)
  await answersKept(desk, 'getToday')
  await desk.context().setOffline(true)
  await give(desk, 'Search', 'w')
  await singleKeys(desk).uncheck()
  await desk.reload()
  // A page that was opened anew while the machine was busy may not have been told.
  await desk.context().setOffline(true)
  // It holds from what is kept.
  await key(desk, 'Search').getByText('W').waitFor()
  await isOff(desk)
  await desk.getByText(/^Offline/).waitFor()
  assert.equal(await desk.getByText('when you are online').count(), 0, 'nobody has to know that it waits')
  await desk.context().setOffline(false)
  const told = async (): Promise<boolean> => (await baton.call(ann, 'GET', '/people/me')).body.keys.single === false
  while (!(await told())) await desk.evaluate(() => new Promise(requestAnimationFrame))
  await nothingWaits(desk)
  await baton.settle()
  await key(phone, 'Search').getByText('W').waitFor()
  await isOff(phone)
  const { map, single } = (await baton.call(ann, 'GET', '/people/me')).body.keys
  assert.deepEqual([map, single], [{ c: 'y', '/': 'w' }, false])
  await key(desk, 'Search').getByText('W').waitFor()
  const reset = phone.waitForResponse((response) => response.request().method() === 'PATCH')
  await phone.getByRole('button', { name: 'Give every act its first key' }).click()
  await reset
  await baton.settle()
  await key(desk, 'New thread').getByText('C').waitFor()
})

test('keys that a device kept for itself go to their person once; where they chose already, the device takes theirs', async (t) => {
  const { baton, open } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const keysOf = async (): Promise<unknown> => (await baton.call(ann, 'GET', '/people/me')).body.keys
  const desk = await open({ as: ann })
  await desk.goto('/settings/keys')
  await key(desk, 'New thread').waitFor()
  assert.equal(await keysOf(), null)
  await keepAsBefore(desk, { c: 'y', d: 'dead', gone: 'b' })
  const moved = desk.waitForResponse((response) => response.request().method() === 'PATCH')
  await desk.reload()
  assert.equal((await moved).status(), 200)
  assert.deepEqual(await keysOf(), { map: { c: 'y' }, single: false, version: 1 })
  await key(desk, 'New thread').getByText('Y').waitFor()

  const phone = await open({ as: ann })
  await phone.goto('/settings/keys')
  await key(phone, 'New thread').getByText('Y').waitFor()
  await keepAsBefore(phone, { c: 'w' })
  await phone.reload()
  await key(phone, 'New thread').getByText('Y').waitFor()
  await isOff(phone)
  assert.deepEqual(await keysOf(), { map: { c: 'y' }, single: false, version: 1 })
})

test('keys that are chosen before it is known who is here are theirs, with those they had chosen before', async (t) => {
  const { baton, open } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const had = { map: { c: 'y' }, single: true }
  assert.equal((await baton.call(ann, 'PATCH', '/people/me', { keys: had })).status, 200)
  const page = await open({ as: ann })
  const gate = Promise.withResolvers<void>()
  await page.route('**/api/v1/today*', async (route) => {
    const response = await route.fetch()
    await gate.promise
    await route.fulfill({ response })
  })
  await page.goto('/inbox')
  await page.getByText('Nothing waits for you').waitFor()
  await page.keyboard.press('?')
  const kept = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await singleKeys(page).uncheck()
  await page.keyboard.press('Escape')
  gate.resolve()
  await kept
  await page.locator('.side').getByText('Lisbon').waitFor()
  await chord(page, 'g', 't')
  // Where they had led, going back would lead to Today.
  await page.getByRole('link', { name: 'People' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
  const { map, single } = (await baton.call(ann, 'GET', '/people/me')).body.keys
  assert.deepEqual([map, single], [{ c: 'y' }, false])
})

test('keys that were chosen while others were on their way are not lost when their page is left before they are kept', async (t) => {
  const { baton, open } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/settings/keys')
  await key(page, 'New thread').waitFor()
  const first = await hold(page, '**/api/v1/people/me', { method: 'PATCH', answered: true, first: true })
  await give(page, 'New thread', 'y')
  await first.came
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype
    const never = { addEventListener: () => {}, objectStore: () => ({ put: () => ({}), delete: () => ({}) }) }
    Object.assign(IDBDatabase.prototype, {
      transaction(this: IDBDatabase, ...[stores, mode, options]: Parameters<typeof transaction>) {
        return mode === 'readwrite' ? never : transaction.call(this, stores, mode, options)
      },
    })
  })
  await give(page, 'Search', 'w')
  const again = page.waitForResponse((response) => response.request().postData()?.includes('"w"') === true)
  await page.reload()
  assert.equal((await again).status(), 200)
  const { map } = (await baton.call(ann, 'GET', '/people/me')).body.keys
  assert.deepEqual(map, { c: 'y', '/': 'w' })
  await key(page, 'Search').getByText('W').waitFor()
})

const isOff = (page: Page): Promise<void> => page.getByRole('checkbox', { name: 'Single keys', checked: false }).waitFor()

async function give(page: Page, act: string, pressed: string): Promise<void> {
  await key(page, act).press('Enter')
  await page.keyboard.press(pressed)
  await page.getByText(`“${act}” has ${pressed.toUpperCase()} now.`).waitFor()
}

/** Leaves on the device what a Baton left there that kept keys nowhere else. */
async function keepAsBefore(page: Page, map: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((map) => {
    localStorage.setItem(`keys:${localStorage.getItem('keys-of')}`, JSON.stringify(map))
    localStorage.setItem('keys', 'off')
  }, map)
}
