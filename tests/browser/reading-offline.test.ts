import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton } from './browser.ts'
import { answersKept, everythingKept, pagesKept } from './kept.ts'

const SECRET = 'The writer buffers ten thousand rows'

test('what was read can be read without the server, and says as of when; what was not says so; both come anew when it is back', async (t) => {
  const { baton, open, move, away, back } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const ben = await baton.person({ handle: 'ben', name: 'Ben Ito' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: SECRET })
  await baton.settle()
  const page = await open({ as: ann, installs: true })
  await page.goto('/threads/1')
  await page.getByText(SECRET).waitFor()
  await pagesKept(page)
  await answersKept(page, 'getThread', 'getToday')

  await page.close()
  await away()
  await move('2026-11-23T14:05:00Z')
  const again = await page.context().newPage()
  await again.goto('/threads/1')
  await again.getByText(SECRET).waitFor()
  await again.getByText('This page is as it was today 12:00.').waitFor()
  await again.getByRole('link', { name: 'Today' }).click()
  await again.getByText('Nothing needs you today').first().waitFor()
  await again.getByRole('link', { name: 'Inbox' }).first().click()
  await again.getByText('It was not opened on this device before, and the server cannot be reached.').waitFor()
  await again.goto('/threads/1')
  await again.getByText(SECRET).waitFor()

  await back()
  await baton.call(ben, 'POST', '/threads/1/posts', { body: 'Then we roll back.' })
  await baton.settle()
  await again.getByText('This page is as it was').waitFor({ state: 'detached' })
  await again.reload()
  await again.getByText('Then we roll back.').waitFor()
  assert.deepEqual(baton.faults, [])
})

test('a server that does not answer soon is not waited for: what was read is shown, and made new once it answers', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const page = await open({ as: ann })
  await page.goto('/spaces/ops')
  await page.getByText('No thread here yet').waitFor()
  await answersKept(page, 'getSpace', 'listThreads', 'getToday')

  let answer = (): void => {}
  const answering = new Promise<void>((resolve) => (answer = resolve))
  await page.route(/\/api\/v1\//, (route) => answering.then(() => route.continue()))
  await page.reload()
  await page.getByText('No thread here yet').waitFor()
  await page.getByText('The server').waitFor()
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Rollback', body: 'What now?' })
  answer()
  await page.getByText('Rollback').waitFor()
  await page.getByText('The server').waitFor({ state: 'detached' })
})

test('who signs in next on a shared computer finds nothing of who was there before', async (t) => {
  const { baton, open, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  await baton.person({ handle: 'ben', name: 'Ben Ito' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'board', name: 'Board', visibility: 'private' })
  await baton.call(ann, 'POST', '/threads', { space: 'board', kind: 'discussion', title: 'Rollback', body: SECRET })
  const page = await open({ as: ann, installs: true })
  await page.goto('/threads/1')
  await page.getByText(SECRET).waitFor()
  await page.getByRole('textbox', { name: 'Your reply' }).fill(`${SECRET}, I think`)
  await pagesKept(page)
  await answersKept(page, 'getThread')
  const other = await page.context().newPage()
  await other.goto('/threads/1')
  await other.getByText(SECRET).first().waitFor()
  assert.ok((await everythingKept(page)).includes(SECRET))

  await page.getByRole('button', { name: 'Halyard' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  for (const each of [page, other]) await each.getByRole('heading', { name: 'Sign in' }).waitFor()
  assert.ok(!(await everythingKept(page)).includes(SECRET))

  await signIn(page, 'ann')
  await page.goto('/threads/1')
  // What she had begun to write comes back as well.
  await page.getByRole('article').getByText(SECRET).waitFor()
  await answersKept(page, 'getThread')
  // The session ends elsewhere; what she writes here has to wait for her, what she read has not.
  await baton.db.deleteFrom('sessions').execute()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await page.evaluate(async () => {
    while (localStorage.getItem('owner') === null) await new Promise(requestAnimationFrame)
  })
  await signIn(page, 'ben')
  await page.getByText('Nothing needs you today').first().waitFor()
  assert.ok(!(await everythingKept(page)).includes(SECRET))
  assert.deepEqual(
    complaints.filter((text) => !text.includes('status of 401')),
    [],
  )
})

async function signIn(page: Page, handle: string): Promise<void> {
  await page.getByLabel('Email').fill(`${handle}@halyard.example`)
  await page.getByLabel('Password').fill('seven quiet lanterns')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /November/ }).waitFor()
}

test('what is kept is bounded: what is too much, too old or of another release goes', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann })
  await page.goto('/')
  await answersKept(page, 'getToday')
  const now = baton.clock.now().epochMilliseconds
  const release = await page.locator('meta[name="baton-release"]').getAttribute('content')
  const made = (id: string, at: number) => ({ id, release, owner: ann.id, at, size: 2, text: '{}' })
  const many = Array.from({ length: 600 }, (_, index) => made(`${release} ["many",${index}]`, now - 1_000 - index))
  await putAnswers(page, [
    ...many,
    made(`${release} ["old"]`, now - 31 * 86_400_000),
    { ...made('another ["getToday"]', now), release: 'another' },
  ])
  await page.reload()
  const isPruned = (kept: string): boolean => !['[\\"many\\",599]', '[\\"old\\"]', 'another ['].some((gone) => kept.includes(gone))
  while (!isPruned(await everythingKept(page))) await page.evaluate(() => new Promise(requestAnimationFrame))
  const kept = await everythingKept(page)
  assert.ok(kept.includes('[\\"many\\",0]'), 'the newest stay')
})

function putAnswers(page: Page, answers: readonly object[]): Promise<void> {
  return page.evaluate(
    (answers) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('baton')
        opening.addEventListener('success', () => {
          const putting = opening.result.transaction('answers', 'readwrite')
          for (const answer of answers) putting.objectStore('answers').put(answer)
          putting.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    answers,
  )
}
