import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBaton } from './browser.ts'

test('a search is written, narrowed and opened by keys alone, and remembered on the device', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const kenji = await baton.person({ handle: 'kenji', name: 'Kenji Aoki', timeZone: 'Asia/Tokyo' })
  for (const slug of ['ops', 'desk']) {
    await baton.call(ann, 'POST', '/spaces', { slug, name: `The ${slug}` })
    await baton.call(kenji, 'POST', '/threads', { space: slug, kind: 'discussion', title: `Rollback at the ${slug}`, body: 'What now?' })
  }
  await baton.settle()

  const page = await open({ as: ann })
  const field = page.getByRole('combobox', { name: 'Search for' })
  const offered = page.getByRole('listbox', { name: 'What may follow' }).getByRole('option')
  await page.goto('/')
  await page.getByRole('link', { name: 'The ops' }).waitFor()
  await page.keyboard.press('/')
  await page.locator('input:focus').waitFor()
  await page.keyboard.type('rollback')
  await page.getByText('2 results in what you can read').waitFor()
  await page.keyboard.type(' in:o')
  await offered.getByText('The ops').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  assert.equal(await field.inputValue(), 'rollback in:ops ')
  await page.getByText('1 result in what you can read').waitFor()
  await page.keyboard.type('fr')
  await offered.getByText('from:').waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.type('ken')
  await offered.getByText('Kenji Aoki').waitFor()
  const found = page.waitForResponse((response) => new URL(response.url()).searchParams.get('q')?.endsWith('from:kenji ') === true)
  await page.keyboard.press('Tab')
  assert.equal(await field.inputValue(), 'rollback in:ops from:kenji ')
  await page.waitForURL(/from/)
  await found
  await page.getByText('1 result in what you can read').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.waitForURL('/threads/1')
  await page.getByRole('heading', { name: 'Rollback at the ops' }).waitFor()

  await page.keyboard.press('/')
  await page.getByRole('heading', { name: 'Searched for last' }).waitFor()
  await page.getByRole('link', { name: 'Rollback at the ops' }).waitFor()
  await page.getByRole('button', { name: 'rollback in:ops from:kenji' }).click()
  await page.getByText('1 result in what you can read').waitFor()

  await page.getByRole('button', { name: 'The ops' }).click()
  await page.getByRole('menuitemradio', { name: 'Anywhere' }).click()
  assert.equal(await field.inputValue(), 'rollback from:kenji ')
  await page.getByText('2 results in what you can read').waitFor()
  assert.deepEqual(complaints, [])
})

test('what cannot be taken as it stands is said on the page, which goes on', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/search?q=in:nowhere label:x has:glue')
  await page.getByText('“in:nowhere” finds nothing').waitFor()
  await page.getByText('“label:x” is not one of the operators').waitFor()
  await page.getByText('“has:glue” was left out').waitFor()
  await page.getByText('No results for').waitFor()
  assert.deepEqual(complaints, [])
})
