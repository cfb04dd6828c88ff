import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Locator, Page } from 'playwright-core'
import { openBaton } from './browser.ts'

const AT = '2026-12-15T10:00:00Z'
const workdays = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['09:00', '17:00']]]))

const block = (page: Page, name: string | RegExp): Locator => page.getByRole('application').getByRole('button', { name, exact: true })
/** Waits until this is said to who cannot see the week. */
async function isSaid(page: Page, text: string): Promise<void> {
  await page.waitForFunction((text) => document.querySelector('.wk__said')?.textContent === text, text)
}

test('a week is drawn, moved and cut by mouse; what overlaps is refused, and a way back leads to the beginning', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/settings/hours')
  await block(page, 'Monday, working 09:00 to 17:00').waitFor()
  await drag(page, { day: '6', from: 10, to: 12.6 })
  await block(page, 'Saturday, working 10:00 to 12:45').waitFor()
  await isSaid(page, 'Saturday, working 10:00 to 12:45')
  await drag(page, { day: '6', from: 20, to: 25.5 })
  await block(page, 'Saturday, working 20:00 to 01:30').waitFor()
  await drag(page, { day: '6', from: 14, to: 20.5 })
  await isSaid(page, 'Overlaps working 20:00–01:30. Nothing changed.')
  await drag(page, { day: '6', from: 11, to: 11, toDay: '7' })
  await block(page, 'Sunday, working 10:00 to 12:45').waitFor()
  await drag(page, { day: '2', from: 16.95, to: 15.5 })
  await block(page, 'Tuesday, working 09:00 to 15:30').waitFor()
  await page.getByRole('radio', { name: 'Focus' }).check({ force: true })
  await page.keyboard.down('Shift')
  await drag(page, { day: '7', from: 6, to: 7.3 })
  await page.keyboard.up('Shift')
  await block(page, 'Sunday, focus 06:00 to 07:20').waitFor()

  await page.reload()
  await block(page, 'Sunday, focus 06:00 to 07:20').waitFor()
  await page.getByText('Changes are kept on this device').waitFor()
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await page.getByText('Your hours are saved').waitFor()
  const { body } = await baton.call(ann, 'GET', '/people/me/calendar')
  assert.deepEqual(body.weekly, { ...workdays, 2: [['09:00', '15:30']], 6: [['20:00', '01:30']], 7: [['10:00', '12:45']] })
  assert.deepEqual(body.focus.weekly, { 7: [['06:00', '07:20']] })
  await page.waitForFunction(() => localStorage.getItem('draft:hours') === null)

  await block(page, 'Monday, working 09:00 to 17:00').click()
  await page.keyboard.press('Delete')
  await block(page, 'Monday, working 09:00 to 17:00').waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await block(page, 'Monday, working 09:00 to 17:00').waitFor()
  assert.deepEqual(complaints, [])
})

test('a week is set by keys alone, in words; the exact times are one key away', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  const keys = async (...pressed: string[]): Promise<void> => {
    for (const key of pressed) await page.keyboard.press(key)
  }
  const isFocused = async (name: string): Promise<void> => {
    await page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') === name, name)
  }
  await page.goto('/settings/hours')
  await page.getByRole('application', { name: 'Your usual week' }).waitFor()
  await page.getByLabel('Home time zone').focus()
  for (let step = 0; step < 6 && !(await page.evaluate(() => document.activeElement?.matches('.wk *'))); step += 1) await keys('Tab')
  await isFocused('Monday: 09:00–17:00')
  await keys('ArrowRight', 'j')
  await isFocused('Tuesday, working 09:00 to 17:00')
  await keys('ArrowDown', 'Shift+ArrowUp', 'Shift+Alt+ArrowDown')
  await isFocused('Tuesday, working 09:30 to 17:00')
  await isSaid(page, 'Tuesday, working 09:30 to 17:00')
  await keys('n')
  await isFocused('Tuesday, working 17:00 to 18:00')
  await keys('ArrowUp')
  await isSaid(page, 'Overlaps working 09:30–17:00. Nothing changed.')
  await keys('ArrowDown', 'ArrowRight')
  await isFocused('Wednesday, working 17:15 to 18:15')
  await keys('Delete')
  await isFocused('Wednesday: 09:00–17:00')
  await isSaid(page, 'Wednesday, working 17:15 to 18:15: removed')
  await keys('z')
  await block(page, 'Wednesday, working 17:15 to 18:15').waitFor()

  await keys('ArrowLeft', 'j', 'Enter')
  await isFocused('Work on Tuesday, from')
  await keys('Control+a', '8', 'Tab', 'Control+a', '2', '0', '0', 'Enter')
  await block(page, 'Tuesday, working 08:00 to 02:00').waitFor()
  await keys('Escape')
  await isFocused('Tuesday, working 08:00 to 02:00')

  // A day has at most twelve stretches.
  await keys('End')
  for (let count = 0; count < 12; count += 1) await keys('n')
  await isFocused('Sunday, working 20:00 to 21:00')
  await keys('n')
  await isSaid(page, 'Sunday has 12 stretches, the most a day can have. Join two, or remove one.')
  assert.deepEqual(complaints, [])
})

test('on a date hours are its own until they are every week’s; absences, journeys and changes elsewhere are not lost', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/settings/hours')
  await page.getByRole('radio', { name: 'By date' }).check({ force: true })
  await page.getByText('A usual week: nothing differs.').waitFor()
  await page.getByRole('button', { name: 'The week after' }).click()
  await drag(page, { day: '2026-12-24', from: 16.9, to: 12 })
  await page.getByText('Hours of its own: 09:00–12:00').waitFor()
  await page.getByText('Only this Thursday: it differs from your usual one.').waitFor()
  await page.getByRole('button', { name: 'Back to the usual Thursday' }).click()
  await block(page, 'Thursday 24 December, working 09:00 to 17:00').waitFor()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Every Thursday' }).click()
  await page.getByRole('button', { name: 'The week after' }).click()
  await block(page, 'Thursday 31 December, working 09:00 to 12:00').waitFor()

  await page.getByRole('button', { name: /^Friday 1 January 2027:/ }).click()
  await page.getByRole('button', { name: 'Away all day' }).click()
  await page.getByText('Away Fri 1 Jan to Fri 1 Jan.').first().waitFor()
  await page.getByRole('radio', { name: 'Away', exact: true }).check({ force: true })
  await drag(page, { day: '2026-12-30', from: 10, to: 12 })
  await block(page, 'Wednesday 30 December, away 10:00 to 12:00').waitFor()

  await page.getByRole('button', { name: /^Monday 28 December:/ }).click()
  await page.getByRole('button', { name: 'Travel from this day' }).click()
  await page.waitForFunction(() => document.activeElement?.closest('#travel') !== null)
  assert.equal(await page.locator('#travel input[type=date]').inputValue(), '2026-12-28')
  await page.locator('#travel').getByLabel('Time zone', { exact: true }).fill('Nowhere/At-all')
  await page.getByText('No place by that name is known.').waitFor()
  await page.locator('#travel').getByLabel('Time zone', { exact: true }).fill('tok')
  await page.getByRole('option', { name: 'Tokyo Japan, ' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('In Tokyo, 9 h ahead of home').waitFor()
  await page.locator('#travel').getByRole('button', { name: 'Remove' }).click()

  // Meanwhile, on another device.
  const { body } = await baton.call(ann, 'GET', '/people/me/calendar')
  const { hoursSet: _, ...kept } = body
  await baton.call(ann, 'PUT', '/people/me/calendar', { ...kept, deliveries: ['start'], weekly: { 1: [['10:00', '11:00']] } })
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await page.getByText('in both places: the usual week').waitFor()
  await page.getByRole('button', { name: 'The other ones' }).click()
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await page.getByText('Your hours are saved').waitFor()
  const after = await baton.call(ann, 'GET', '/people/me/calendar')
  assert.deepEqual([after.body.weekly, after.body.deliveries], [{ 1: [['10:00', '11:00']] }, ['start']])
  assert.deepEqual(after.body.away, [
    { from: '2027-01-01', to: '2027-01-01' },
    { start: '2026-12-30T10:00:00Z', end: '2026-12-30T12:00:00Z' },
  ])
  assert.deepEqual(complaints, [])
})

test('holidays of a file lie over the week by name, and are off once one says so', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/settings/hours')
  const file = page.locator('input[type=file]')
  const ics = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20001225', 'RRULE:FREQ=YEARLY', 'SUMMARY:Christmas Day', 'END:VEVENT']
  const more = ['BEGIN:VEVENT', 'DTSTART:20261224T100000Z', 'END:VEVENT', 'END:VCALENDAR']
  await file.setInputFiles({ name: 'pt.ics', mimeType: 'text/calendar', buffer: Buffer.from([...ics, ...more].join('\r\n')) })
  await page.getByText('pt.ics: 2 days off in the next two years.').waitFor()
  await page.getByText('1 entry was left out').click()
  await page.getByText('Line 7: has a time of day, so it is no day off').waitFor()
  await page.getByRole('radio', { name: 'By date' }).check({ force: true })
  await page.getByRole('button', { name: 'The week after' }).click()
  await page.getByText('Christmas Day, from your file').waitFor()
  await block(page, 'Friday 25 December, working 09:00 to 17:00').waitFor()
  await page.getByRole('button', { name: 'Take this day off' }).click()
  await block(page, 'Friday 25 December, working 09:00 to 17:00').waitFor({ state: 'detached' })
  await page.getByText('All of it is off already, or no working day.').waitFor()
  await file.setInputFiles({
    name: 'de.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Date,Name\n26.12.2026,Zweiter Weihnachtstag\n1/2/2027,?\n'),
  })
  await page.getByText('de.csv: 1 day off in the next two years.').waitFor()
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await page.getByText('Your hours are saved').waitFor()
  const { body } = await baton.call(ann, 'GET', '/people/me/calendar')
  assert.deepEqual([body.overrides, body.away], [{ '2026-12-25': [] }, []])
  assert.deepEqual(complaints, [])
})

test('a finger scrolls the page; when it rests it draws, moves and stretches', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann, width: 390, height: 844 })
  await page.goto('/settings/hours')
  await block(page, 'Monday, working 09:00 to 17:00').waitFor()
  const touch = await fingerOf(page)
  await touch.hold(await placeOf(page, '6', 10), '.blk.is-ghost')
  await touch.move(await placeOf(page, '6', 13.9))
  await touch.lift()
  await block(page, 'Saturday, working 10:00 to 14:00').waitFor()
  await touch.hold(await placeOf(page, '6', 12), '.blk.is-ghost')
  await touch.move(await placeOf(page, '7', 13))
  await touch.lift()
  await block(page, 'Sunday, working 11:00 to 15:00').waitFor()
  await block(page, 'Sunday, working 11:00 to 15:00').and(page.locator(':focus')).waitFor()
  // The end of what has the focus is taken hold of at once.
  await touch.hold(await placeOf(page, '7', 15.3), '.blk.is-ghost')
  await touch.move(await placeOf(page, '7', 17.3))
  await touch.lift()
  await block(page, 'Sunday, working 11:00 to 17:00').waitFor()

  const from = await placeOf(page, '6', 14)
  const before = await page.evaluate(() => window.scrollY)
  await touch.swipe(from, -200)
  await page.waitForFunction((before) => window.scrollY > before + 50, before)
  await page.getByRole('button', { name: 'Saturday: no hours' }).waitFor()
  assert.deepEqual(complaints, [])
})

interface Finger {
  /** Down, until something shows that it has taken hold. */
  hold(at: Point, shows: string): Promise<void>
  move(to: Point): Promise<void>
  lift(): Promise<void>
  /** Down and on at once, as for scrolling. */
  swipe(from: Point, by: number): Promise<void>
}

async function fingerOf(page: Page): Promise<Finger> {
  const session: CDPSession = await page.context().newCDPSession(page)
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  let last: Point = { x: 0, y: 0 }
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  return {
    async hold(at, shows) {
      last = at
      await send('touchStart', [at])
      await page.locator(shows).waitFor()
    },
    async move(to) {
      await send('touchMove', [{ x: (last.x + to.x) / 2, y: (last.y + to.y) / 2 }])
      await send('touchMove', [to])
    },
    async lift() {
      await send('touchEnd', [])
    },
    async swipe(from, by) {
      await send('touchStart', [from])
      for (const part of [0.25, 0.5, 0.75, 1]) await send('touchMove', [{ x: from.x, y: from.y + by * part }])
      await send('touchEnd', [])
    },
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

interface Dragging {
  readonly day: string
  /** Hours of the day. */
  readonly from: number
  readonly to: number
  readonly toDay?: string
}

async function drag(page: Page, { day, from, to, toDay = day }: Dragging): Promise<void> {
  const [start, end] = [await placeOf(page, day, from), await placeOf(page, toDay, to)]
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x, (start.y + end.y) / 2)
  await page.mouse.move(end.x, end.y)
  await page.mouse.up()
}

async function placeOf(page: Page, day: string, hour: number): Promise<Point> {
  const column = page.locator(`[data-day="${day}"]`)
  await column.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const box = await column.boundingBox()
  if (!box) throw new Error(`The day ${day} is not on the page.`)
  return { x: box.x + box.width * 0.3, y: box.y + (hour / 24) * box.height }
}
