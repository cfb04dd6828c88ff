import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Someone } from '#app/testing/harness.ts'
import { type OpenBaton, openBaton } from './browser.ts'

const NOON = '2026-11-23T12:00:00Z'
const verbs = ['answer', 'do', 'review', 'decide'] as const

interface Morning extends OpenBaton {
  readonly ann: Someone
  readonly ben: Someone
  readonly cleo: Someone
}

/** What waits for Ben one morning: twelve asks, eighteen mentions, and ten threads that he follows. */
async function tellMorning(t: TestContext): Promise<Morning> {
  const opened = await openBaton(t, { at: '2026-11-22T12:00:00Z' })
  const { baton } = opened
  const ann = await baton.setup()
  const [ben, cleo] = await Promise.all([
    baton.person({ handle: 'ben', name: 'Ben Okafor' }),
    baton.person({ handle: 'cleo', name: 'Cleo Park' }),
  ])
  const act = async (who: Someone, method: string, path: string, body: unknown): Promise<void> => {
    const answer = await baton.call(who, method, path, body)
    assert.ok(answer.status < 300, JSON.stringify(answer.body))
  }
  await act(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  await act(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  for (let index = 0; index < 12; index += 1)
    await act(ann, 'POST', '/threads', {
      space: 'ops',
      title: `Asked ${index}`,
      body: 'What do you think?',
      asks: [{ to: 'ben', verb: verbs[index % 4], text: `Question ${index}?`, neededBy: { at: '2026-11-23T15:00:00Z' } }],
    })
  for (let index = 0; index < 18; index += 1)
    await act(cleo, 'POST', '/threads', { space: 'ops', title: `Named ${index}`, body: 'For @ben to know.' })
  for (let index = 0; index < 10; index += 1)
    await act(cleo, 'POST', '/threads', { space: 'ops', title: `Followed ${index}`, body: 'For whoever follows.' })
  await baton.settle()
  await opened.move(NOON)
  await act(ben, 'POST', '/held/read', undefined)
  return { ...opened, ann, ben, cleo }
}

test('a morning of 40 items is cleared by keys alone', async (t) => {
  const { baton, ben, open, complaints } = await tellMorning(t)
  const page = await open({ as: ben })
  await page.goto('/inbox')
  await page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    for (const kind of ['pointerdown', 'mousedown']) window.addEventListener(kind, () => seen.push(kind), true)
  })
  const rows = page.locator('[data-row]')
  await rows.nth(39).waitFor()
  assert.equal(await rows.count(), 40)
  let presses = 0
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      presses += 1
      await page.keyboard.press(key)
    }
    assert.equal(await page.evaluate(() => document.activeElement === document.body), false, `after ${keys.join(' ')}`)
  }
  const begun = performance.now()
  const count = (expected: number) =>
    page.waitForFunction((expected) => document.querySelectorAll('[data-row]').length === expected, expected)
  const selected = page.locator('[data-row].is-sel')

  await press('End', 'Home')
  for (let left = 40; left > 0; left = await rows.count()) {
    const said = await selected.innerText()
    if (said.includes('asks you to answer')) {
      await press('a')
      await page.getByRole('textbox', { name: 'Your answer' }).waitFor()
      presses += 4
      await page.keyboard.type('Yes.')
      await press('Control+Enter')
    } else if (said.includes('asks you to decide')) {
      await press('p')
      await page.getByRole('dialog').getByLabel('Pass to').waitFor()
      presses += 4
      await page.keyboard.type('cleo')
      await press('Tab', 'Tab', 'Tab')
      await press('Enter')
    } else if (said.includes('asks you to review')) {
      await press('s')
      await page.getByRole('menu', { name: 'Later' }).waitFor()
      await press('ArrowDown', 'Enter')
    } else if (said.includes('Followed') && left > 2) {
      await press('x', 'j', 'x', 'd')
      left -= 1
    } else await press('d')
    // A row may leave before its dialog has heard that it is done.
    await page.waitForFunction(
      (before) => document.querySelectorAll('[data-row]').length < before && document.querySelector('dialog[open]') === null,
      left,
    )
  }
  await page.getByText('Nothing waits for you').waitFor()
  const seconds = (performance.now() - begun) / 1_000
  t.diagnostic(`40 items with ${presses} presses in ${seconds.toFixed(1)} s`)
  assert.ok(presses < 160, `${presses} presses`)
  assert.deepEqual(await page.evaluate(() => (window as unknown as { seen: string[] }).seen), [], 'no pointer')
  await count(0)
  await baton.settle()
  await page.reload()
  await page.getByText('Nothing waits for you').waitFor()
  assert.equal((await baton.call(ben, 'GET', '/inbox?state=snoozed')).body.items.length, 3)
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('what was done is taken back, an open ask says how it is done, and what arrives waits above', async (t) => {
  const { baton, ben, cleo, ann, open, move } = await tellMorning(t)
  const page = await open({ as: ben })
  await page.goto('/inbox')
  const rows = page.locator('[data-row]')
  await rows.nth(39).waitFor()
  const selected = page.locator('[data-row].is-sel')
  const title = (): Promise<string> => selected.locator('h3').innerText()
  while (!(await selected.innerText()).includes('mentioned you')) await page.keyboard.press('j')
  await page.keyboard.press('j')
  while (!(await selected.innerText()).includes('mentioned you')) await page.keyboard.press('j')
  const at = await title()
  await page.keyboard.press('d')
  await page.waitForFunction((at) => document.querySelector('[data-row].is-sel h3')?.textContent !== at, at)
  await page.getByText('Done.', { exact: true }).waitFor()
  await page.keyboard.press('u')
  await page.waitForFunction((at) => document.querySelector('[data-row].is-sel h3')?.textContent === at, at)
  await isInSelected(page)

  await page.keyboard.press('Home')
  while (!(await selected.innerText()).includes('asks you to answer')) await page.keyboard.press('j')
  const asked = await title()
  await page.keyboard.press('d')
  await selected.getByText('Answer it, decline it or pass it on; then it is done.').waitFor()
  const answer = page.getByRole('textbox', { name: 'Your answer' })
  await page.keyboard.press('a')
  await answer.waitFor()
  await page.keyboard.type('Not yet whole')
  await page.keyboard.press('Escape')
  assert.equal(await title(), asked)
  await isInSelected(page)
  await page.keyboard.press('a')
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Not yet whole')
  await page.keyboard.press('Escape')

  const first = await rows.first().innerText()
  await baton.call(cleo, 'POST', '/threads', { space: 'ops', title: 'Just now', body: 'For @ben.' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'This too', body: 'For @ben.' })
  await baton.settle()
  await move('2026-11-23T16:00:00Z')
  const show = page.getByRole('button', { name: '2 new items, show' })
  await show.waitFor()
  assert.equal(await rows.first().innerText(), first)
  await show.press('Enter')
  await selected
    .getByText(/^(This too|Just now)$/)
    .first()
    .waitFor()
  await isInSelected(page)
})

test('a list longer than a page goes on at a press of a key, and ends with a date', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-22T12:00:00Z' })
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  for (let index = 0; index < 53; index += 1)
    await baton.call(ann, 'POST', '/threads', { space: 'ops', title: `Named ${index}`, body: 'For @ben to know.' })
  await baton.settle()
  baton.clock.set(NOON)
  await baton.settle()
  const page = await open({ as: ben })
  await page.goto('/inbox')
  const rows = page.locator('[data-row]')
  await rows.nth(49).waitFor()
  assert.equal(await rows.count(), 50)
  await page.keyboard.press('End')
  await page.keyboard.press('Tab')
  const more = page.getByRole('button', { name: 'Show more' })
  while (!(await more.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await rows.nth(52).waitFor()
  await page.getByText('Nothing before Mon 23 Nov.').waitFor()
  await page.waitForFunction(() => document.querySelectorAll('[data-row]')[50]?.contains(document.activeElement))
  await isInSelected(page)
})

/** Waits until the focus is in the row that is selected. */
const isInSelected = (page: Page) => page.waitForFunction(() => document.activeElement?.closest('[data-row]')?.classList.contains('is-sel'))
