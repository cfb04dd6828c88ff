import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signIn, tellAsking } from './asking.ts'
import { openBaton } from './browser.ts'
import { frame, hold } from './hold.ts'
import { answersKept } from './kept.ts'

const AT = '2026-12-15T10:00:00Z'

test('whoever signs in after somebody else in a window finds nothing there that could be undone', async (t) => {
  const { open, ann } = await tellAsking(t)
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  await page.locator('.bar').getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save thread for later' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
  await page.getByRole('button', { name: 'Halyard' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await signIn(page, 'ben')
  await page.getByRole('link', { name: 'Which one?' }).waitFor()
  assert.equal(await page.locator('.toast').count(), 0)
})

test('what is typed until the palette has come does nothing on the page; a row that was moved to stays selected', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  await baton.person({ handle: 'kenji', name: 'Kenji Aoki' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'kendo', name: 'Kendo' })
  const page = await open({ as: ann })
  const script = await hold(page, /\/assets\/palette-[^/]*\.js$/)
  const people = await hold(page, '**/api/v1/people?*')
  await page.goto('/')
  await page.getByRole('link', { name: 'Kendo' }).waitFor()
  await page.keyboard.press('Control+k')
  await script.came
  for (const pressed of ['g', 'i']) await page.keyboard.press(pressed)
  script.release()
  const field = page.getByRole('combobox', { name: 'Search or jump' })
  await field.waitFor()
  assert.equal(new URL(page.url()).pathname, '/')
  await page.keyboard.press('Escape')
  const sheet = await hold(page, /\/assets\/key-sheet-[^/]*\.js$/)
  await page.keyboard.press('?')
  await sheet.came
  for (const pressed of ['g', 'i']) await page.keyboard.press(pressed)
  sheet.release()
  await page.getByRole('searchbox', { name: 'Find' }).waitFor()
  assert.equal(new URL(page.url()).pathname, '/')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')

  const selected = page.getByRole('option', { selected: true })
  await field.fill('ken')
  await selected.filter({ hasText: 'Kendo' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await selected.filter({ hasText: 'Search for' }).waitFor()
  await people.came
  people.release()
  await page.getByRole('option', { name: 'Kenji Aoki' }).first().waitFor()
  assert.match(await selected.innerText(), /Search for/)
  await page.keyboard.press('Enter')
  await page.waitForURL('/search?q=ken')
})

test('who was chosen to be named stays chosen when others are found', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  await baton.person({ handle: 'olga', name: 'Olga Berg' })
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  const people = await hold(page, /\/api\/v1\/people\?q=o/)
  const field = page.getByRole('textbox', { name: 'Your reply' })
  await field.pressSequentially('For @o')
  const options = page.getByRole('listbox', { name: 'What you may mean' }).getByRole('option')
  await options.filter({ hasText: 'Ops' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await people.came
  people.release()
  await options.filter({ hasText: 'Olga' }).waitFor()
  await page.keyboard.press('Enter')
  assert.equal(await field.inputValue(), 'For @ops ')
})

test('a whole name that is written before it is known whose it is names them', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  await baton.person({ handle: 'kenji', name: 'Kenji Aoki' })
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  const people = await hold(page, /\/api\/v1\/people\?q=kenji/)
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Is it this one?')
  await page.getByRole('button', { name: 'Add an ask' }).click()
  const whom = page.getByRole('combobox', { name: 'Of whom' })
  await whom.fill('Kenji Aoki')
  await people.came
  people.release()
  await page.getByText('Kenji reads this').last().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('Kenji Aoki: Is it this one?').waitFor()
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Or that one?')
  await page.getByRole('button', { name: 'Add an ask' }).click()
  await whom.fill('Kenji A')
  await page.keyboard.press('Tab')
  await page.getByText('No needed-by set for @kenji a').waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await whom.and(page.locator('[aria-invalid="true"]')).waitFor()
  // One that names nobody, but says what is asked, is not left out.
  await whom.fill('')
  await page.getByLabel('The ask in one sentence').fill('Which of them?')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('Choose whom you ask.').waitFor()
})

test('an answer that comes late does not take the place of a newer one', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  await page.getByRole('heading', { level: 1, name: 'Rollback' }).waitFor()
  await answersKept(page, 'getThread')
  // Nothing of this page asks once more.
  await page.goto('about:blank')
  const late = await hold(page, '**/api/v1/threads/1', { answered: true, first: true })
  const asking = page.waitForRequest('**/api/v1/threads/1')
  await page.goto('/threads/1')
  const asked = await asking
  // What was kept is shown once the server has been waited for.
  await page.getByRole('heading', { level: 1, name: 'Rollback' }).waitFor()
  assert.equal((await baton.call(ann, 'PATCH', '/threads/1', { title: 'Roll forward' })).status, 200)
  await baton.settle()
  await page.getByRole('heading', { level: 1, name: 'Roll forward' }).waitFor()
  const came = page.waitForEvent('requestfinished', (request) => request === asked)
  late.release()
  await came
  for (let frames = 0; frames < 30; frames += 1) await frame(page)
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Roll forward')
})

test('what is typed before a draft of another device has come is kept, and both are shown', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  const value = { body: 'From the train.', fyi: false, asks: [], files: [], sendAt: null }
  assert.equal((await baton.call(ann, 'PUT', '/drafts/thread:1', { value })).status, 200)
  const page = await open({ as: ann })
  const asked = await hold(page, '**/api/v1/drafts?*', { answered: true })
  await page.goto('/threads/1')
  await asked.came
  const field = page.getByRole('textbox', { name: 'Your reply' })
  await field.fill('From the desk.')
  asked.release()
  await page.getByText('This was also written on another device').waitFor()
  await page.getByText('From the train.').waitFor()
  assert.equal(await field.inputValue(), 'From the desk.')
})

test('what is changed of the hours while they are being saved is kept, and is to be saved', async (t) => {
  const { baton, open } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/settings/hours')
  const urgent = page.getByRole('checkbox', { name: 'Urgent things may reach me' })
  const start = page.getByRole('checkbox', { name: 'At the start of my day' })
  await urgent.check()
  const saving = await hold(page, '**/api/v1/people/me/calendar', { method: 'PUT' })
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await saving.came
  await start.uncheck()
  saving.release()
  await page.getByText('Your hours are saved').waitFor()
  assert.deepEqual([await urgent.isChecked(), await start.isChecked()], [true, false])
  await page.getByText('Changes are kept on this device').waitFor()
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await page.getByText('Changes are kept on this device').waitFor({ state: 'detached' })
  const { urgentOutside, deliveries } = (await baton.call(ann, 'GET', '/people/me/calendar')).body
  assert.deepEqual([urgentOutside, deliveries], [true, ['16:00']])
})

test('a day of its own is typed to its end, and has a year of four digits', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: AT })
  const page = await open({ as: await baton.setup() })
  await page.goto('/settings/hours')
  await page.getByRole('button', { name: 'Add a day' }).click()
  const day = page.getByLabel('Day', { exact: true })
  assert.equal(await day.inputValue(), '2026-12-22')
  // Wherever the browser believes to be, day and month are the same.
  for (const [typed, date] of [
    ['12122027', '2027-12-12'],
    ['1111112028', '2028-11-11'],
  ] as const) {
    await day.focus()
    for (const pressed of typed) await page.keyboard.press(pressed)
    await page.getByRole('button', { name: 'Save my hours' }).focus()
    assert.equal(await day.inputValue(), date)
  }
  assert.deepEqual(complaints, [])
})

test('of two wishes about the same the last one stands, whichever is on its way for longer', async (t) => {
  const { baton, open } = await openBaton(t, { at: AT })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/settings')
  const mail = page.getByRole('checkbox', { name: 'Send each delivery by mail as well' })
  await mail.waitFor()
  const before = await mail.isChecked()
  const slow = await hold(page, '**/api/v1/people/me', { method: 'PATCH', first: true })
  let answers = 0
  page.on('response', (response) => {
    if (response.request().method() === 'PATCH') answers += 1
  })
  await mail.click()
  await slow.came
  await mail.click()
  await frame(page)
  slow.release()
  while (answers < 2) await frame(page)
  assert.equal((await baton.call(ann, 'GET', '/people/me')).body.digestMail, before)
})

test('what is written of a post while it is being saved is not lost', async (t) => {
  const { open, ann } = await tellAsking(t)
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  const edit = async (): Promise<void> => {
    await page.getByRole('article').getByRole('button', { name: 'More', exact: true }).first().click()
    await page.getByRole('menuitem', { name: 'Edit', exact: true }).click()
  }
  const field = page.getByRole('textbox', { name: 'Edit' })
  await edit()
  await field.fill('This, that.')
  const saving = await hold(page, '**/api/v1/posts/*', { method: 'PATCH' })
  await page.getByRole('article').getByRole('button', { name: 'Save' }).click()
  await saving.came
  await field.fill('This, that, or the other.')
  saving.release()
  await field.waitFor({ state: 'detached' })
  await edit()
  assert.equal(await field.inputValue(), 'This, that, or the other.')
})

test('what has not left is told of before signing out, also where the page does not know of it yet; that stays, whatever is said after it', async (t) => {
  const { open, ann } = await tellAsking(t)
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  await page.route('**/api/v1/threads/1/posts', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
  await page.getByRole('textbox', { name: 'Your reply' }).fill('We roll back.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('region', { name: 'What you sent and has not left yet' }).waitFor()
  await page.goto('about:blank')
  const afterwards = await hold(page, /\/assets\/afterwards-[^/]*\.js$/)
  await page.goto('/settings/keys')
  await page
    .getByRole('button', { name: /^Take the key away/ })
    .first()
    .waitFor()
  await afterwards.came
  await page.getByRole('button', { name: 'Halyard' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByText('One thing you sent has not left yet.').waitFor()
  const said = await page.evaluate(async () => {
    for (const button of [...document.querySelectorAll<HTMLElement>('.keyrow button[aria-label^="Take the key away"]')].slice(0, 3))
      button.click()
    await new Promise(requestAnimationFrame)
    return [...document.querySelectorAll('.toast')].map(({ textContent }) => textContent)
  })
  assert.equal(said.length, 4)
  assert.ok(said.some((text) => text.includes('has not left yet')))
  afterwards.release()
})

test('a followed thread in which something new comes while it is marked as read stays in the inbox', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  await baton.call(ben, 'PUT', '/spaces/ops/follow', { level: 'digest' })
  const write = async (body: string): Promise<void> => {
    await baton.call(ann, 'POST', '/threads/1/posts', { body })
    await baton.settle()
    await baton.call(ben, 'POST', '/held/read', {})
    await baton.settle()
  }
  await baton.call(ben, 'PUT', '/threads/1/follow', { level: 'digest' })
  await baton.call(ben, 'PUT', '/threads/1/read', { seq: 1 })
  await write('News.')
  const page = await open({ as: ben })
  await page.goto('/inbox')
  const row = page.locator('[data-row="thread-1"]')
  await row.getByText('News.').waitFor()
  const marking = await hold(page, '**/api/v1/threads/1/read', { method: 'PUT', answered: true })
  await row.getByRole('button', { name: 'Read', exact: true }).click()
  await marking.came
  await row.waitFor({ state: 'detached' })
  await write('More news.')
  marking.release()
  await row.getByText('More news.').waitFor()
})

test('where no answer came before the stream of changes begins, all that was asked is asked once more', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  const page = await open({ as: ann })
  const stream = await hold(page, '**/api/v1/live', { first: true })
  const answers = await hold(page, /\/api\/v1\/(?!live)/, { answered: true })
  const begun = page.waitForRequest('**/api/v1/live')
  await page.goto('/threads/1')
  await answers.came
  await stream.came
  assert.equal((await begun).headers()['last-event-id'], undefined)
  assert.equal((await baton.call(ann, 'PATCH', '/threads/1', { title: 'Roll forward' })).status, 200)
  await baton.settle()
  stream.release()
  answers.release()
  await page.getByRole('heading', { level: 1, name: 'Roll forward' }).waitFor()
})

test('what is pressed stays where it is until the press has landed, also where leaving a field makes it smaller', async (t) => {
  const { baton, open, ann } = await tellAsking(t)
  await baton.person({ handle: 'max', name: 'Max Featherstonehaugh' })
  const page = await open({ as: ann, width: 390, height: 844 })
  await page.goto('/threads/new?space=ops')
  const add = page.getByRole('button', { name: 'Add an ask' })
  const press = async (): Promise<void> => {
    await add.hover()
    const before = await add.boundingBox()
    await page.mouse.down()
    await frame(page)
    assert.deepEqual(await add.boundingBox(), before)
    await page.mouse.up()
  }
  await add.click()
  await page.getByLabel('Of whom').fill('Max Featherstonehaugh')
  await page.getByText('Max reads this').first().waitFor()
  await press()
  await page.getByLabel('Of whom').nth(1).waitFor()
  await page.locator('.askp__shown').getByText('Max', { exact: true }).waitFor()

  await page.getByRole('button', { name: 'Safe to start meanwhile' }).first().click()
  await page.getByRole('textbox', { name: 'Safe to start meanwhile' }).waitFor()
  await press()
  await page.getByLabel('Of whom').nth(2).waitFor()
  await page.getByRole('textbox', { name: 'Safe to start meanwhile' }).waitFor({ state: 'detached' })
})
