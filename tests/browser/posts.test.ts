import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Someone } from '#app/testing/harness.ts'
import { type OpenBaton, openBaton } from './browser.ts'
import { nothingWaits } from './kept.ts'
import { streamsOf } from './streams.ts'

interface Told extends OpenBaton {
  readonly ann: Someone
  readonly ben: Someone
  readonly cleo: Someone
  readonly page: Page
  post(who: Someone, body: string): Promise<{ readonly id: string; readonly seq: number }>
}

/** Ann's thread about exports, with answers by Ben and Cleo, and a page in which Ann is signed in. */
async function tell(t: TestContext): Promise<Told> {
  const opened = await openBaton(t, { at: '2026-11-23T11:00:00Z' })
  const { baton } = opened
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben', name: 'Ben Okafor' })
  const cleo = await baton.person({ handle: 'cleo', name: 'Cleo Park' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Operations' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Exports stop early', body: 'Three customers have sent us reports.' })
  const post = async (who: Someone, body: string) => (await baton.call(who, 'POST', '/threads/1/posts', { body })).body
  await post(ben, 'The writer stops when one page times out.')
  await post(cleo, 'And the mobile share sheet uses the same writer.')
  await baton.settle()
  const page = await opened.open({ as: ann })
  return { ...opened, ann, ben, cleo, page, post }
}

const postOf = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })

test('a post is reacted to by pointer: chosen by name, joined, and taken back', async (t) => {
  const { baton, ben, page, complaints } = await tell(t)
  const { answered } = streamsOf(page.context())
  await page.goto('/threads/1')
  await answered(1)
  const post = postOf(page, 'one page times out')
  await post.getByRole('button', { name: 'React' }).click()
  await page.getByRole('combobox', { name: 'Find a reaction by name' }).fill('tha')
  await page.getByRole('option', { name: 'thanks' }).click()
  await post.getByRole('button', { name: '🙏, Ann Mori' }).waitFor()
  const id = (await baton.call(ben, 'GET', '/threads/1')).body.posts.items[1].id
  await baton.call(ben, 'PUT', `/posts/${id}/reactions/${encodeURIComponent('🙏')}`)
  await baton.settle()
  const both = post.getByRole('button', { name: '🙏, Ann Mori, Ben Okafor' })
  await both.hover()
  await post.getByText('Ann Mori, Ben Okafor', { exact: true }).waitFor()
  await both.click()
  await post.getByRole('button', { name: '🙏, Ben Okafor', pressed: false }).waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('a post is reacted to by keyboard, and the focus returns to where it was', async (t) => {
  const { page, complaints } = await tell(t)
  await page.goto('/threads/1')
  const post = postOf(page, 'mobile share sheet')
  await post.getByRole('button', { name: 'React' }).press('Enter')
  await page.getByRole('combobox', { name: 'Find a reaction by name' }).waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await post.getByRole('button', { name: '🎉, Ann Mori' }).waitFor()
  await post.getByRole('button', { name: 'React' }).press('Enter')
  await page.getByRole('combobox').fill('❤')
  await page.keyboard.press('Enter')
  await post.getByRole('button', { name: '❤️, Ann Mori' }).waitFor()
  await post.getByRole('button', { name: 'React' }).press('Enter')
  await page.getByRole('combobox').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('combobox').waitFor({ state: 'detached' })
  await post.getByRole('button', { name: 'React' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  const heart = post.getByRole('button', { name: '❤️, Ann Mori' })
  await heart.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Space')
  await heart.waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
})

/** Selects these words in a post, as a pointer does. */
async function select(page: Page, text: string, words: string): Promise<void> {
  await postOf(page, text)
    .locator('.read p')
    .evaluate((paragraph, sought) => {
      const node = paragraph.firstChild
      const start = node?.textContent?.indexOf(sought) ?? 0
      if (node) getSelection()?.setBaseAndExtent(node, start, node, start + sought.length)
    }, words)
}

const menuOf = (page: Page, text: string) => postOf(page, text).getByRole('button', { name: 'More' }).first()
const choose = (page: Page, name: string): Promise<void> => page.getByRole('menuitem', { name, exact: true }).click()

test('a selection is quoted into the reply with a link to its post, by key and by menu; a selection becomes a highlight', async (t) => {
  const { baton, page, url, complaints } = await tell(t)
  await page.goto('/threads/1')
  await postOf(page, 'one page times out').waitFor()
  await select(page, 'one page times out', 'one page times out')
  await page.keyboard.press('q')
  const reply = page.getByRole('textbox', { name: 'Your reply' })
  await page.waitForFunction(
    (quote) => document.querySelector<HTMLTextAreaElement>('textarea:focus')?.value === quote,
    `> one page times out\n>\n> [Ben Okafor wrote](${url}/threads/1?post=2)\n\n`,
  )
  await menuOf(page, 'mobile share sheet').click()
  await choose(page, 'Quote')
  const second = '> And the mobile share sheet uses the same writer.\n>\n> [Cleo Park wrote]'
  await page.waitForFunction((quote) => document.querySelector('textarea')?.value.includes(quote), second)
  await reply.press('End')
  await reply.press('Control+Enter')
  const quoted = page.getByRole('article').last()
  await quoted.locator('blockquote').first().waitFor()
  await quoted.getByRole('link', { name: 'Ben Okafor wrote' }).click()
  await page.waitForURL('**/threads/1?post=2')
  await page.locator('.is-linked').filter({ hasText: 'one page times out' }).waitFor()
  await select(page, 'Three customers', 'Three customers')
  await page.keyboard.press('h')
  await page.getByRole('textbox', { name: 'Highlights' }).waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Highlights' }).inputValue(), '- Three customers')
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('a thread is split from a post on; the places say so, and an old link leads to where the post is', async (t) => {
  const { baton, page, post, ben, complaints } = await tell(t)
  await post(ben, 'Who tells the customers?')
  await baton.settle()
  await page.goto('/threads/1')
  await menuOf(page, 'mobile share sheet').click()
  await choose(page, 'Split the thread from here')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title of the new thread').fill('The share sheet')
  await dialog.getByLabel('What it is about, in short').fill('Whether it stops as well.')
  await dialog.getByRole('button', { name: 'Split 2 posts off' }).click()
  await page.getByRole('heading', { level: 1, name: 'The share sheet' }).waitFor()
  await page.getByText('Whether it stops as well.').waitFor()
  await page.getByText('Split from Exports stop early by Ann Mori').waitFor()
  await page.getByRole('link', { name: 'Exports stop early' }).click()
  await page.getByText('Ann Mori took 2 posts to another thread').waitFor()
  await page.getByText('Some of it goes on in The share sheet').waitFor()
  await page.goto('/threads/1?post=4')
  await page.waitForURL('**/threads/2?post=2')
  await page.locator('.is-linked').filter({ hasText: 'Who tells the customers?' }).waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('after some back and forth the thread is split by keyboard, with the posts that are chosen', async (t) => {
  const { baton, page, post, ben, cleo, complaints } = await tell(t)
  for (const who of [ben, cleo, ben, cleo]) await post(who, `It is ${who.handle} again.`)
  await baton.settle()
  await page.goto('/threads/1')
  await page.getByText('3 exchanges between').waitFor()
  await page.getByRole('button', { name: 'Split it' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title of the new thread').waitFor()
  await page.keyboard.type('Apart')
  await dialog.getByRole('radio', { name: 'Only those I choose' }).press('Space')
  await dialog.getByRole('checkbox', { name: /mobile share sheet/ }).press('Space')
  await dialog.getByRole('button', { name: 'Split 2 posts off' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Apart' }).waitFor()
  await page.goto('/threads/1')
  await page.getByText('Outcome owed').waitFor()
  assert.deepEqual(complaints, [])
})

test('whoever splits off has the posts that were read to choose from before all have come, the first of them chosen', async (t) => {
  const { baton, page, post, ben } = await tell(t)
  await post(ben, 'Who tells the customers?')
  await baton.settle()
  await page.goto('/threads/1')
  await menuOf(page, 'mobile share sheet').waitFor()
  const come = Promise.withResolvers<null>()
  await page.route('**/api/v1/threads/1/posts?**', async (route) => {
    await come.promise
    await route.continue()
  })
  await menuOf(page, 'mobile share sheet').click()
  await choose(page, 'Split the thread from here')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title of the new thread').fill('Apart')
  await dialog.getByRole('radio', { name: 'Only those I choose' }).check()
  await dialog.getByRole('checkbox', { name: /mobile share sheet/, checked: true }).waitFor()
  await dialog.getByRole('checkbox', { name: /tells the customers/, checked: false }).waitFor()
  come.resolve(null)
  await dialog.getByRole('button', { name: 'Split one post off' }).waitFor()
})

test('a post and a thread are saved for later, found in the list, and let go', async (t) => {
  const { page, complaints } = await tell(t)
  await page.goto('/threads/1')
  await menuOf(page, 'one page times out').click()
  await choose(page, 'Save for later')
  await page.getByText('Saved for later. Only you see that.').waitFor()
  await page.locator('.bar').getByRole('button', { name: 'More' }).click()
  const kept = page.waitForResponse((response) => response.url().endsWith('/api/v1/saved/threads/1'))
  await choose(page, 'Save thread for later')
  await kept
  await page.goto('/inbox')
  await page.getByRole('navigation', { name: 'What is yours' }).getByRole('link', { name: 'Saved' }).click()
  const rows = page.locator('.row')
  await rows.nth(1).waitFor()
  await rows.filter({ hasText: 'The writer stops' }).getByRole('button', { name: 'Let go' }).click()
  await rows.nth(1).waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await rows.filter({ hasText: 'The writer stops' }).getByRole('link').click()
  await page.waitForURL('**/threads/1?post=2')
  assert.deepEqual(complaints, [])
})

test('a direct thread is begun from a person’s page and from the palette, is plainly private, and goes on in a space', async (t) => {
  const { baton, page, ben, open, complaints } = await tell(t)
  await page.goto('/people/ben')
  await page.getByRole('link', { name: 'Write directly' }).click()
  await page.getByRole('list', { name: 'Only you and' }).getByText('Ben Okafor').waitFor()
  await page.getByLabel('Add somebody else').fill('cleo')
  await page.getByLabel('Add somebody else').press('Enter')
  await page.getByRole('list', { name: 'Only you and' }).getByText('Cleo Park').waitFor()
  await page.getByLabel('Title').fill('Before we announce it')
  await page.getByRole('textbox', { name: 'What it is about' }).fill('Let us agree among us first.')
  await page.getByRole('button', { name: 'Open thread' }).click()
  await page.getByText('Only you and Ben Okafor, Cleo Park').waitFor()
  await page.locator('.bar').getByRole('button', { name: 'More' }).click()
  await choose(page, 'Go on in a space')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title of the new thread').fill('The announcement')
  await dialog.getByLabel('What others need to know to go on').fill('We announce it on Friday.')
  await dialog.getByRole('button', { name: 'Open it there' }).click()
  await page.getByRole('heading', { level: 1, name: 'The announcement' }).waitFor()
  await page.getByText('Goes on from Before we announce it').waitFor()
  await page.goto('/direct')
  await page.getByText('with Ben Okafor, Cleo Park').waitFor()
  await page.getByRole('link', { name: 'Before we announce it' }).click()
  await page.getByText('This goes on in The announcement').waitFor()
  await baton.settle()
  const other = await open({ as: ben })
  await other.goto('/')
  await other.getByRole('heading', { level: 1 }).first().waitFor()
  await other.keyboard.press('Control+k')
  await other.getByRole('combobox').fill('cleo')
  await other.getByRole('option', { name: 'Write to Cleo Park directly' }).click()
  await other.getByRole('list', { name: 'Only you and' }).getByText('Cleo Park').waitFor()
  assert.deepEqual(complaints, [])
  assert.deepEqual(baton.faults, [])
})

test('a post that stands is taken as the answer, from the post and from the ask', async (t) => {
  const { baton, page, ann, ben, post, complaints } = await tell(t)
  const asks = [
    { to: 'ben', verb: 'answer', text: 'Since when?' },
    { to: 'cleo', verb: 'answer', text: 'For how many?' },
  ]
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'Two questions.', asks })
  await post(ben, 'Since Monday, for three.')
  await baton.settle()
  await page.goto('/threads/1')
  await menuOf(page, 'Since Monday').click()
  await choose(page, 'Take as the answer')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /Since when/ }).check()
  await dialog.getByRole('button', { name: 'Take as the answer' }).click()
  await page.getByText('The ask is answered.').waitFor()
  const ask = page.locator('.inask').filter({ hasText: 'For how many' })
  await ask.getByRole('button', { name: 'More' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Take a post as the answer' }).press('Enter')
  await dialog.getByRole('radio', { name: /Since Monday/ }).press('Space')
  await dialog.getByRole('button', { name: 'Take as the answer' }).press('Enter')
  await ask.getByText('Answered').waitFor()
  assert.deepEqual(complaints, [])
})

test('a thread is renamed, what was read is made unread, and keys lead to the first unread and the newest', async (t) => {
  const { baton, page, ann, post, ben, complaints } = await tell(t)
  await baton.call(ann, 'PUT', '/threads/1/read', { seq: 3 })
  for (let index = 0; index < 8; index += 1) await post(ben, `Finding ${index}.`)
  await baton.settle()
  await page.goto('/threads/1')
  await page.getByText('New since you were here').waitFor()
  await page.keyboard.press('e')
  await page.waitForURL('**/threads/1?post=11')
  await page.keyboard.press('u')
  await page.waitForURL('**/threads/1?post=4')
  await page.locator('.bar').getByRole('button', { name: 'More' }).click()
  await choose(page, 'Rename, and what it is for')
  await page.getByRole('dialog').getByLabel('Title').fill('Exports stop, always')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { level: 1, name: 'Exports stop, always' }).waitFor()
  await menuOf(page, 'mobile share sheet').click()
  await choose(page, 'Mark unread from here')
  await page.getByText('Unread from here on.').waitFor()
  await nothingWaits(page)
  assert.equal((await baton.call(ann, 'GET', '/threads/1')).body.firstUnread, 3)
  assert.deepEqual(complaints, [])
})

test('a date leads into a long thread, whose posts are laid out only where they are looked at', async (t) => {
  const { baton, page, ben, post, move, complaints } = await tell(t)
  for (const day of [24, 25, 26]) {
    await move(`2026-11-${day}T11:00:00Z`)
    for (let index = 0; index < 4; index += 1) await post(ben, `Day ${day}, finding ${index}.`)
  }
  await baton.settle()
  await page.goto('/threads/1')
  await page.getByRole('button', { name: 'Go to a date' }).click()
  await page.getByRole('dialog').getByLabel('Date').fill('2026-11-25')
  await page.getByRole('dialog').getByLabel('Date').press('Enter')
  await page.waitForURL('**/threads/1?post=8')
  await postOf(page, 'Day 25, finding 0.').waitFor()
  const far = await page.evaluate(
    () => [...document.querySelectorAll('.post')].filter((one) => getComputedStyle(one).contentVisibility === 'auto').length,
  )
  assert.ok(far > 0)
  assert.deepEqual(complaints, [])
})
