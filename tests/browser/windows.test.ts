import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodies, tellAsking } from './asking.ts'
import { pagesKept } from './kept.ts'

test('windows agree: what one does shows in the others', async (t) => {
  const { baton, open, ann, ben, complaints } = await tellAsking(t)
  await baton.call(ann, 'PUT', '/spaces/ops/members/ben')
  const first = await open({ as: ben })
  const second = await first.context().newPage()
  for (const page of [first, second]) {
    await page.goto('/')
    await page.getByText('Which one?').first().waitFor()
  }
  await first.bringToFront()
  await first.getByRole('link', { name: 'Which one?' }).click()
  await first.getByRole('heading', { level: 1, name: 'Rollback' }).waitFor()
  await first.getByRole('button', { name: 'Answer', exact: false }).first().click()
  await first.getByRole('textbox', { name: 'Your answer' }).fill('The first one.')
  await first.keyboard.press('Control+Enter')
  await first.getByRole('article').getByText('The first one.').waitFor()
  await baton.settle()
  await second.bringToFront()
  await second.getByText('Nothing needs you today').first().waitFor()

  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Budget', body: 'What now?' })
  await baton.settle()
  await second.getByRole('link', { name: 'Ops' }).first().click()
  const row = second.getByRole('listitem').filter({ hasText: 'Budget' })
  await row.getByText('1 new').waitFor()
  await first.bringToFront()
  await first.goto('/threads/2')
  await first.getByText('What now?').waitFor()
  await second.bringToFront()
  await row.getByText('1 new').waitFor({ state: 'detached' })

  await second.getByRole('button', { name: 'Halyard' }).click()
  await second.getByRole('menuitemradio', { name: 'Dark' }).click()
  await first.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
  assert.deepEqual(complaints, [])
})

test('what waits in one window can be taken back in another, and what is typed in one is in the other', async (t) => {
  const { baton, open, away, back, ann, ben } = await tellAsking(t)
  const first = await open({ as: ben, installs: true })
  const second = await first.context().newPage()
  const field = (page: typeof first) => page.getByRole('textbox', { name: 'Your reply' })
  for (const page of [first, second]) {
    await page.goto('/threads/1')
    await field(page).waitFor()
  }
  await pagesKept(second)
  await away()
  await field(first).fill('We roll back.')
  await second.waitForFunction(() => document.querySelector('textarea')?.value === 'We roll back.')
  await first.keyboard.press('Control+Enter')
  for (const page of [first, second]) {
    await page.getByRole('region', { name: 'What you sent and has not left yet' }).getByText('We roll back.').waitFor()
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '')
  }
  await second.getByRole('button', { name: 'Take it back' }).click()
  for (const page of [first, second]) {
    await page.waitForFunction(() => document.querySelector('textarea')?.value === 'We roll back.')
    await page.getByRole('region', { name: 'What you sent and has not left yet' }).waitFor({ state: 'detached' })
  }
  await back()
  await field(second).fill('We look first.')
  await second.keyboard.press('Control+Enter')
  await second.getByRole('article').getByText('We look first.').waitFor()
  await first.waitForFunction(() => document.querySelector('textarea')?.value === '')
  assert.deepEqual(await bodies(baton, ann), ['This or that.', 'We look first.'])
})
