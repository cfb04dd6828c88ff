import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { Baton, Someone } from '#app/testing/harness.ts'
import { tellAsking } from './asking.ts'
import { answersKept, nothingWaits, pagesKept } from './kept.ts'

interface Told {
  readonly text: string
  readonly owner: { readonly handle: string }
  readonly seen: readonly unknown[]
}

test('without a network an ask is acknowledged and taken where it stands; each is done once, and who was second is told who took it and when', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const cleo = await baton.person({ handle: 'cleo', name: 'Cleo Park' })
  for (const handle of ['ben', 'cleo']) await baton.call(ann, 'PUT', `/spaces/ops/members/${handle}`)
  const wanted = ['Who checks the numbers?', 'Who calls the printer?']
  const asks = wanted.map((text) => ({ to: 'ops', verb: 'do', text }))
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'And these.', asks })
  await baton.settle()
  for (const who of [ben, cleo]) await baton.call(who, 'POST', '/held/read', {})
  const page = await open({ as: ben, installs: true })
  await page.goto('/threads/1')
  await inline(page, 'Who calls the printer?').waitFor()
  await pagesKept(page)
  await page.getByRole('link', { name: 'Today' }).first().click()
  const row = page.locator('.today .ask').filter({ hasText: 'Who checks the numbers?' })
  await row.getByRole('button', { name: 'Take', exact: true }).waitFor()
  await answersKept(page, 'getThread', 'getToday', 'listPosts')
  await page.context().setOffline(true)

  await row.getByRole('button', { name: 'Take', exact: true }).click()
  await row.getByText('You take it. Sends when online.').waitFor()
  assert.equal(await row.getByRole('button', { name: 'Take', exact: true }).count(), 0)
  await page.goto('/threads/1')
  const second = inline(page, 'Who calls the printer?')
  await second.getByRole('button', { name: 'Take', exact: true }).click()
  await second.getByText('You take it. Sends when online.').waitFor()
  await second.getByRole('button', { name: 'Take it back' }).click()
  await second.getByText('You take it.').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await second.getByText('You take it. Sends when online.').waitFor()
  const own = inline(page, 'Which one?')
  await own.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Say that I have seen it' }).click()
  await own.getByText('You say that you have seen it. Sends when online.').waitFor()
  await page.getByText('3 things send when you are online.').waitFor()

  const before = (await baton.call(cleo, 'GET', '/threads/1')).body.asks
  const { id } = before.find(({ text }: { text: string }) => text === 'Who calls the printer?')
  assert.equal((await baton.call(cleo, 'POST', `/asks/${id}/take`, {})).status, 200)
  const lost = await loseAnswer(page, 'take')
  await page.context().setOffline(false)
  await lost.heard
  await second.getByText('Not done: Cleo Park took this today 12:00. Nothing was changed.').waitFor()
  assert.equal(lost.count(), 1)
  await page.getByText('One thing could not be sent.').waitFor()
  await second.getByRole('button', { name: 'Let it go' }).click()
  await nothingWaits(page)
  const after = (await baton.call(ann, 'GET', '/threads/1')).body.asks
  const now = Object.fromEntries(after.map(({ text, owner, seen }: Told) => [text, [owner.handle, seen.length]]))
  assert.deepEqual(now, { 'Which one?': ['ben', 1], 'Who checks the numbers?': ['ben', 0], 'Who calls the printer?': ['cleo', 0] })
  assert.deepEqual(baton.faults, [])
})

test('without a network a thread is concluded and opened again, and its outcome drafted; what somebody concluded meanwhile keeps the text that was written for it', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  for (const title of ['Printer', 'Paint', 'Paper'])
    await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title, body: `About the ${title.toLowerCase()}.` })
  await baton.call(ann, 'POST', '/threads/3/conclude', { body: 'Red it is.' })
  const page = await open({ as: ben, installs: true })
  for (const number of [1, 2, 3, 4]) {
    await page.goto(`/threads/${number}`)
    await page.locator('.post').first().waitFor()
    // As they are named on the device.
    const named = [`["getThread",{"number":"${number}"}`, `["listPosts",{"after":0,"limit":50,"number":"${number}"}`]
    await answersKept(page, ...named.map((name) => JSON.stringify(name).slice(1, -1)))
  }
  await pagesKept(page)
  await page.context().setOffline(true)

  await page.goto('/threads/2')
  const concludes = page.getByRole('region', { name: 'You conclude the thread' })
  await writeOutcome(page, 'We buy the small one.', 'Conclude')
  await concludes.getByText('Sends when online').waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Your reply' }).count(), 0, 'it takes no more posts')
  assert.equal(await page.getByRole('button', { name: 'Write the outcome' }).count(), 0, 'what waits is taken back first')
  await concludes.getByRole('button', { name: 'Take it back' }).click()
  const dialog = page.getByRole('dialog', { name: 'Write the outcome' })
  await page.waitForFunction(() => document.querySelector('dialog textarea')?.textContent === 'We buy the small one.')
  await dialog.getByRole('button', { name: 'Conclude' }).click()
  await concludes.getByText('We buy the small one.').waitFor()

  await page.goto('/threads/3')
  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByLabel('Why it is open again').fill('The red one is sold out.')
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click()
  await page.getByRole('region', { name: 'You reopen the thread' }).getByText('The red one is sold out.').waitFor()

  await page.goto('/threads/1')
  await writeOutcome(page, 'Probably the first.', 'Keep draft')
  await page.getByRole('region', { name: 'You keep a draft of the outcome' }).getByText('Probably the first.').waitFor()

  await page.goto('/threads/4')
  await writeOutcome(page, 'No paper any more.', 'Conclude')
  await concludes.getByText('No paper any more.').waitFor()
  await page.getByText('4 things send when you are online.').waitFor()

  await baton.call(ann, 'POST', '/threads/4/conclude', { body: 'Grey paper.' })
  const lost = await loseAnswer(page, 'conclude')
  await page.context().setOffline(false)
  await lost.heard
  const why = 'Not sent: Ann Mori concluded this thread today 12:00. Reopen it to change the outcome. Your text is kept here.'
  await concludes.getByText(why).waitFor()
  assert.equal(lost.count(), 1)
  await concludes.getByText('No paper any more.').waitFor()
  await page.getByRole('region', { name: 'Outcome', exact: true }).getByText('Grey paper.').waitFor()
  assert.deepEqual(await outcomes(baton, ann), [
    ['open', 'Probably the first.', 'ben', true],
    ['concluded', 'We buy the small one.', 'ben', false],
    ['open', 'Red it is.', 'ann', true],
    ['concluded', 'Grey paper.', 'ann', false],
  ])

  await page.getByText('One thing could not be sent.').waitFor()
  await page.getByRole('link', { name: 'See what waits' }).click()
  await page.getByText('Outcome of Paper').waitFor()
  await page.getByRole('button', { name: 'Take it into what you write' }).click()
  await page.waitForFunction(() => document.querySelector('dialog textarea')?.textContent === 'No paper any more.')
  await nothingWaits(page)
  assert.deepEqual(baton.faults, [])
})

const inline = (page: Page, ask: string): Locator => page.locator('.inask').filter({ hasText: ask })

async function writeOutcome(page: Page, text: string, act: string): Promise<void> {
  await page.getByRole('button', { name: 'Write the outcome' }).click()
  const dialog = page.getByRole('dialog', { name: 'Write the outcome' })
  await dialog.getByRole('textbox').fill(text)
  await dialog.getByRole('button', { name: act }).click()
}

/** The first request for an act arrives, and its answer does not. */
async function loseAnswer(page: Page, act: string): Promise<{ heard: Promise<unknown>; count: () => number }> {
  let lost = 0
  await page.context().route(`**/api/v1/*/*/${act}`, async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionreset')
  })
  return { heard: page.context().waitForEvent('requestfailed', (request) => request.url().endsWith(`/${act}`)), count: () => lost }
}

async function outcomes(baton: Baton, who: Someone): Promise<unknown[]> {
  const threads = await Promise.all([1, 2, 3, 4].map((number) => baton.call(who, 'GET', `/threads/${number}`)))
  return threads.map(({ body: { state, outcome } }) => [state, outcome.body, outcome.by.handle, outcome.draft])
}
