import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBaton } from './browser.ts'

test('without a network writing goes on: what is sent waits, can be taken back, and leaves once when the network is there', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: 'What now?' })
  const posts = async (): Promise<string[]> =>
    (await baton.call(ann, 'GET', '/threads/1/posts')).body.items.map(({ body }: { body: string }) => body)

  const page = await open({ as: ann })
  const reply = page.getByRole('textbox', { name: 'Your reply' })
  await page.goto('/threads/1')
  await reply.fill('We roll')
  await page.reload()
  await page.getByText('What now?').waitFor()
  // A draft outlives its page.
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'We roll')
  // Today was read as well: it says whose day it is.
  await page.locator('.side').getByText('Lisbon').waitFor()

  await page.context().setOffline(true)
  await page.getByText(/^Offline/).waitFor()
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Sends when online').waitFor()
  await page.getByText('One thing sends when you are online.').waitFor()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'We roll')
  await reply.fill('We roll back.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Sends when online').waitFor()

  await page.getByRole('link', { name: 'Today' }).click()
  await page.getByText('Nothing needs you today').first().waitFor()
  await page.getByRole('link', { name: 'Inbox' }).click()
  await page.getByRole('heading', { name: 'The server did not answer' }).waitFor()
  await page.goBack()
  await page.goBack()
  await page.getByText('Sends when online').waitFor()
  await page.getByRole('region', { name: 'What you sent and has not left yet' }).getByText('We roll back.').waitFor()
  // There is room for the next.
  await page.waitForFunction(() => document.querySelector('textarea')?.value === '')
  assert.deepEqual(await posts(), ['What now?'])

  await page.context().setOffline(false)
  await page.getByRole('region', { name: 'What you sent and has not left yet' }).waitFor({ state: 'detached' })
  await page.getByRole('article').getByText('We roll back.').waitFor()
  assert.equal(await reply.inputValue(), '')
  assert.deepEqual(await posts(), ['What now?', 'We roll back.'])
  await page.getByRole('link', { name: 'Inbox' }).click()
  await page.getByText('Nothing waits for you').waitFor()
  assert.deepEqual(
    complaints.filter((text) => !/ERR_INTERNET_DISCONNECTED|dynamically imported/.test(text)),
    [],
  )
})

test('a page that cannot be had says so and comes when the server is there again', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const page = await open({ as: ann })
  for (const [path, heading] of [
    ['/inbox', 'Inbox'],
    ['/spaces/ops', 'Ops'],
    ['/', '23 November'],
  ] as const) {
    let isBroken = true
    await page.route(/\/api\/v1\/(?!live)/, (route) =>
      isBroken ? route.fulfill({ status: 500, json: { detail: 'Something went wrong.' } }) : route.continue(),
    )
    await page.goto(path)
    const again = page.getByRole('button', { name: 'Try again' }).first()
    await again.waitFor()
    await page.getByText('Something went wrong.').first().waitFor()
    isBroken = false
    await again.click()
    await again.waitFor({ state: 'detached' })
    await page.getByRole('heading', { level: 1, name: new RegExp(heading) }).waitFor()
    await page.unroute(/\/api\/v1\/(?!live)/)
  }
})
