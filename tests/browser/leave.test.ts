import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Baton, Someone } from '#app/testing/harness.ts'
import { openBaton } from './browser.ts'

// Monday 16 November; everybody works 09:00–17:00 in Lisbon, which is on UTC, with digests at 09:00 and 16:00.
const MONDAY = '2026-11-16T10:00:00Z'

for (const width of [1440, 390]) {
  test(`two weeks away at ${width} px: who covers is offered and takes what falls due; on return one page says what became of it`, (t) =>
    twoWeeksAway(t, width))
}

async function twoWeeksAway(t: TestContext, width: number): Promise<void> {
  const { baton, open, move, complaints } = await openBaton(t, { at: MONDAY })
  const { ann, ben, cleo } = await halyard(baton)
  const page = (as: Someone): Promise<Page> => open({ as, width })
  await ask(baton, ann, { text: 'May we ship on Thursday?', neededBy: { in: 3 } })
  await ask(baton, ann, { text: 'Where do we meet in spring?', neededBy: { on: '2026-12-11' } })
  await move('2026-11-16T16:00:00Z')

  const leaving = await page(ben)
  await setAway(leaving)

  const asking = await page(ann)
  await asking.goto('/threads/new?space=ops&to=ben')
  await asking.getByLabel('Title').fill('The invoice')
  await asking.getByRole('textbox', { name: 'What it is about' }).fill('It came twice.')
  await asking.getByText('Ben Okoro is away until after this is due. Cleo Diaz covers, reads this').waitFor()
  await asking.getByRole('button', { name: 'Ask Cleo Diaz instead' }).press('Enter')
  await asking.getByText(/^Cleo reads this/).waitFor()
  assert.equal(await asking.getByLabel('Of whom').inputValue(), 'cleo')

  await move('2026-11-17T09:00:00Z')
  await asking.goto('/people/ben')
  await asking.getByText('Away until Tue 1 Dec. Cleo Diaz covers.', { exact: true }).waitFor()
  await asking.goto('/people')
  await asking.getByText('Covered by Cleo Diaz').waitFor()
  await leaving.goto('/')
  await leaving.getByRole('heading', { name: 'Held for you' }).waitFor()
  if (width > 720) await leaving.getByText('Away until Tue 1 Dec', { exact: true }).waitFor()

  const covering = await page(cleo)
  await covering.goto('/')
  await covering.getByRole('heading', { name: 'Can be taken' }).waitFor()
  await covering.getByText('Ben Okoro is away, and you cover.').waitFor()
  await covering.getByRole('button', { name: 'Take' }).click()
  await covering.getByText('It is yours now.').waitFor()
  await covering.getByRole('link', { name: 'May we ship on Thursday?' }).click()
  await covering.getByRole('button', { name: 'Answer', exact: true }).first().click()
  const answer = covering.getByLabel('Your answer')
  await answer.getByRole('textbox').fill('We may.')
  await answer.getByRole('button', { name: /^Answer(?! with)/ }).click()
  await covering.getByRole('article').getByText('Answered today 09:00').waitFor()

  await move('2026-12-01T09:00:00Z')
  const returning = await page(ben)
  await returning.goto('/')
  await returning.getByText('You have been away since Tue 17 Nov.').waitFor()
  await returning.getByRole('link', { name: 'Where do we meet in spring?' }).waitFor()
  await returning.getByRole('link', { name: 'See what happened' }).click()
  await returning.getByRole('heading', { level: 1, name: 'While you were away' }).waitFor()
  const settled = returning.getByRole('listitem').filter({ hasText: 'May we ship on Thursday?' })
  await settled.getByText('Ann Mori asked. Cleo Diaz answered it').waitFor()
  await returning.getByRole('link', { name: 'Where do we meet in spring?' }).waitFor()
  await returning.getByRole('button', { name: 'I have read this' }).click()
  await returning.getByText('You have read this.').waitFor()
  await returning.goto('/')
  await returning.getByRole('link', { name: 'Where do we meet in spring?' }).waitFor()
  await returning.getByText('You have been away').waitFor({ state: 'detached' })
  assert.deepEqual(complaints, [])
}

async function halyard(baton: Baton): Promise<{ ann: Someone; ben: Someone; cleo: Someone }> {
  const ann = await baton.setup()
  const [ben, cleo] = [await baton.person({ handle: 'ben', name: 'Ben Okoro' }), await baton.person({ handle: 'cleo', name: 'Cleo Diaz' })]
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.settle()
  return { ann, ben, cleo }
}

async function ask(baton: Baton, who: Someone, { text, neededBy }: { text: string; neededBy: object }): Promise<void> {
  const asks = [{ to: 'ben', verb: 'answer', text, neededBy }]
  assert.equal((await baton.call(who, 'POST', '/threads', { space: 'ops', title: text, body: 'It depends on you.', asks })).status, 201)
}

/** From tomorrow for two weeks, covered by Cleo. */
async function setAway(page: Page): Promise<void> {
  await page.goto('/settings/hours')
  await page.getByRole('button', { name: 'Add an absence' }).click()
  await page.getByLabel('First day').fill('2026-11-17')
  await page.getByLabel('Last day').fill('2026-11-30')
  await page.getByLabel('Covered by').fill('cleo')
  await page.getByRole('button', { name: 'Save my hours' }).click()
  await page.getByText('Your hours are saved.').waitFor()
}
