import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bodies, tellAsking } from './asking.ts'
import { answersKept, kill, nothingWaits, pagesKept } from './kept.ts'

test('an ask is answered on a train without a network, the tab is killed, and the answer is found sent once when it is back', async (t) => {
  const { baton, open, ann, ben, ask } = await tellAsking(t)
  const page = await open({ as: ben, installs: true })
  const context = page.context()
  await page.goto('/threads/1')
  await page.getByText('Ben Ito: Which one?').waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread', 'getToday', 'listPosts')

  await context.setOffline(true)
  await page.getByRole('button', { name: 'Answer', exact: false }).first().click()
  await page.getByRole('textbox', { name: 'Your answer' }).fill('The first one.')
  await page.getByRole('button', { name: 'Answer', exact: false }).last().click()
  const unsent = page.getByRole('region', { name: 'What you sent and has not left yet' })
  await unsent.getByText('Sends when online').waitFor()
  await page.getByText('Your answer sends when online.').waitFor()
  await kill(page)

  const again = await context.newPage()
  await again.goto('/threads/1')
  await again.getByRole('region', { name: 'What you sent and has not left yet' }).getByText('The first one.').waitFor()
  assert.equal(await again.getByRole('textbox', { name: 'Your reply' }).inputValue(), '')
  await again.goto('/')
  await again.getByText('Your answer sends when online.').waitFor()
  assert.equal((await baton.call(ann, 'GET', `/asks/${ask}`)).body.state, 'open')

  await context.setOffline(false)
  await again.getByText('Your answer sends when online.').waitFor({ state: 'detached' })
  await nothingWaits(again)
  assert.equal((await baton.call(ann, 'GET', `/asks/${ask}`)).body.state, 'answered')
  assert.deepEqual(await bodies(baton, ann), ['This or that.', 'The first one.'])
  assert.deepEqual(baton.faults, [])
})

test('what the server did and could not say is done once; several windows send in the order of writing', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const page = await open({ as: ben })
  const other = await page.context().newPage()
  await other.goto('/inbox')
  await page.goto('/threads/1')
  const reply = page.getByRole('textbox', { name: 'Your reply' })
  await reply.waitFor()
  // It arrives, and its answer does not.
  let lost = 0
  await page.context().route('**/api/v1/threads/1/posts', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort('connectionreset')
  })
  for (const text of ['One.', 'Two.', 'Three.']) {
    await reply.fill(text)
    await page.keyboard.press('Control+Enter')
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '')
  }
  await page.getByRole('article').getByText('Three.').waitFor()
  await page.getByText('What you sent and has not left yet').waitFor({ state: 'detached' })
  await other.goto('/drafts')
  await other.getByText('Nothing is waiting to be sent').waitFor()
  assert.equal(lost, 1)
  assert.deepEqual(await bodies(baton, ann), ['This or that.', 'One.', 'Two.', 'Three.'])
})

test('done, later, reactions and what was read wait as well; marks nobody has to know of are not counted', async (t) => {
  const { baton, open, ann, ben } = await tellAsking(t)
  const page = await open({ as: ben, installs: true })
  await page.goto('/threads/1')
  await page.getByText('This or that.').waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread')
  await baton.call(ann, 'POST', '/threads/1/posts', { body: 'Thanks @ben.' })
  await baton.settle()
  await baton.call(ben, 'POST', '/held/read', {})
  await page.getByRole('link', { name: 'Inbox' }).first().click()
  await page.getByText('Ann Mori mentioned you').waitFor()

  await page.context().setOffline(true)
  const row = page.getByRole('article').filter({ hasText: 'mentioned you' })
  await row.getByRole('button', { name: 'Done' }).click()
  await row.getByText('Done, once you are online.').waitFor()
  await page.getByText('One thing sends when you are online.').waitFor()
  await row.getByRole('link', { name: 'Rollback' }).click()
  const post = page.getByRole('article').filter({ hasText: 'This or that.' })
  await post.getByRole('button', { name: 'React' }).click()
  await page.getByRole('combobox', { name: 'Find a reaction by name' }).fill('tha')
  await page.keyboard.press('Enter')
  await post.getByRole('button', { name: /Ben Ito/, pressed: true }).waitFor()
  await page.getByText('2 things send when you are online.').waitFor()
  await post.getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: 'Mark unread from here' }).click()
  await page.getByText('Unread from here on.').waitFor()
  await page.getByText('2 things send when you are online.').waitFor()

  await page.context().setOffline(false)
  await page.getByText(/^Offline/).waitFor({ state: 'detached' })
  await nothingWaits(page)
  const done = (await baton.call(ben, 'GET', '/inbox?state=done')).body.items.map(({ why }: { why: string }) => why)
  assert.deepEqual(done, ['mention'])
  const posts = (await baton.call(ann, 'GET', '/threads/1/posts')).body.items
  assert.equal(posts[0].reactions[0].people[0].handle, 'ben')
  assert.equal((await baton.call(ben, 'GET', '/threads/1')).body.read, 0)
})

test('what waits leaves when the network is back, also when no window is open any more', async (t) => {
  const { baton, url, open, away, back, ann, ben } = await tellAsking(t)
  const page = await open({ as: ben, installs: true })
  const context = page.context()
  await page.goto('/threads/1')
  const reply = page.getByRole('textbox', { name: 'Your reply' })
  await reply.waitFor()
  await pagesKept(page)
  await away()
  await reply.fill('We roll back.')
  await page.keyboard.press('Control+Enter')
  await page.getByText('The server does not answer.').or(page.getByText('The server has not answered since')).waitFor()
  await page.getByRole('region', { name: 'What you sent and has not left yet' }).waitFor()
  await page.close()

  await back()
  const blank = await context.newPage()
  const browser = await context.newCDPSession(blank)
  const registered = new Promise<string>((resolve) => {
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${url}/`)
      if (own) resolve(own.registrationId)
    })
  })
  await browser.send('ServiceWorker.enable')
  const posted = new Promise((resolve) =>
    context.on('response', (response) => response.url().endsWith('/threads/1/posts') && resolve(null)),
  )
  await browser.send('ServiceWorker.dispatchSyncEvent', { origin: url, registrationId: await registered, tag: 'outbox', lastChance: false })
  await posted
  assert.deepEqual(await bodies(baton, ann), ['This or that.', 'We roll back.'])
})

test('nothing is lost when a tab is killed while somebody types', async (t) => {
  const { open, ben } = await tellAsking(t)
  const page = await open({ as: ben })
  await page.goto('/threads/1')
  const text = 'We roll back, and then we look at what the writer did with the rows'
  await page.getByRole('textbox', { name: 'Your reply' }).pressSequentially(text)
  await kill(page)
  const again = await page.context().newPage()
  await again.goto('/threads/1')
  await again.waitForFunction((text) => document.querySelector('textarea')?.value === text, text)
})
