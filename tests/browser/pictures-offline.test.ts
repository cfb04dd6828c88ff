import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { upload } from '#app/testing/uploading.ts'
import { signIn } from './asking.ts'
import { type OpenBaton, openBaton } from './browser.ts'
import { answersKept, pagesKept } from './kept.ts'

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer()

/** Ann has posted a picture, and looks at it. */
async function tellPicture({ baton, open }: OpenBaton) {
  const ann = await baton.setup()
  await baton.person({ handle: 'ben', name: 'Ben Ito' })
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  const id = await upload(baton, ann, { name: 'field.png', type: 'image/png', bytes: await picture('#4a7') })
  const files = [{ id, description: 'A green field' }]
  await baton.call(ann, 'POST', '/threads', { space: 'ops', kind: 'discussion', title: 'Pictures', body: 'This one.', files })
  await baton.settle()
  const page = await open({ as: ann, installs: true })
  await page.goto('/threads/1')
  await isSeen(page)
  await pagesKept(page)
  await answersKept(page, 'getThread', 'listPosts')
  return { ann, id, page }
}

test('a picture that was shown is seen without the server, also when its address has ended, and large where it was seen large', async (t) => {
  const opened = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const { baton, move, away, back } = opened
  const { page } = await tellPicture(opened)
  await kept(page, 1, 'what was shown before there was a worker is kept as well')
  await page.getByRole('button', { name: 'A green field' }).click()
  await isSeen(page, 'dialog')
  await kept(page, 2)

  await away()
  await move('2026-11-23T14:00:00Z')
  await page.reload()
  await isSeen(page)
  await page.getByRole('button', { name: 'A green field' }).click()
  await isSeen(page, 'dialog')
  await page.keyboard.press('Escape')

  const before = await names(page)
  await back()
  await page.reload()
  await isSeen(page)
  await page.waitForFunction(async (before) => {
    const now = (await (await caches.open('pictures')).keys()).map(({ url }) => url)
    return now.length === before.length && now.some((name) => !before.includes(name))
  }, before)
  assert.equal(before.length, 2, 'signed anew it takes the place of what was kept')
  assert.deepEqual(baton.faults, [])
})

test('no picture is left for who signs in next, nor once a session has ended', async (t) => {
  const opened = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const { page, id } = await tellPicture(opened)
  await kept(page, 1)
  await page.getByRole('button', { name: 'Halyard' }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await kept(page, 0)

  await signIn(page, 'ann')
  await page.goto('/threads/1')
  await isSeen(page)
  await kept(page, 1)
  await opened.baton.db.deleteFrom('sessions').execute()
  await page.goto('/')
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await kept(page, 0)
  await signIn(page, 'ben')
  await page.goto('/threads/1')
  await isSeen(page)
  await kept(page, 1)
  assert.match((await names(page)).join(' '), new RegExp(`/${id}/preview`))
})

test('of too many pictures, and of too many bytes, the oldest go', async (t) => {
  const opened = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const { page } = await tellPicture(opened)
  await kept(page, 1)
  const has = (index: number) =>
    page.evaluate(async (index) => Boolean(await caches.match(`/pictures/somebody/${index}/preview`, { ignoreSearch: true })), index)
  await put(page, { from: 0, to: 309, size: 1 })
  await page.getByRole('button', { name: 'A green field' }).click()
  await isSeen(page, 'dialog')
  await kept(page, 300)
  assert.deepEqual([await has(10), await has(11)], [false, true])

  await put(page, { from: 400, to: 402, size: 25_000_000 })
  const other = await page.context().newPage()
  await other.goto('/threads/1')
  await other.getByRole('button', { name: 'A green field' }).click()
  await isSeen(other, 'dialog')
  // The two newest of the large ones, and what was just seen.
  await kept(other, 4)
  assert.deepEqual([await has(309), await has(400), await has(401), await has(402)], [false, false, true, true])
})

/** Puts pictures of somebody into the cache, each shown later than the one before, and than all that are there. */
function put(page: Page, { from, to, size }: { from: number; to: number; size: number }): Promise<void> {
  return page.evaluate(
    async ({ from, to, size }) => {
      const cache = await caches.open('pictures')
      for (let index = from; index <= to; index += 1)
        await cache.put(`/pictures/somebody/${index}/preview?nth=${index + 2}&size=${size}`, new Response('x'))
    },
    { from, to, size },
  )
}

/** The picture stands there, and is no broken one. */
async function isSeen(page: Page, within = 'article'): Promise<void> {
  await page.locator(within).getByRole('img', { name: 'A green field' }).first().waitFor()
  await page.waitForFunction(
    (within) => [...document.querySelectorAll<HTMLImageElement>(`${within} img[alt="A green field"]`)].some((one) => one.naturalWidth > 0),
    within,
  )
}

/** By what each picture on the device is kept. */
const names = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await (await caches.open('pictures')).keys()).map(({ url }) => url))

/** So many pictures are on the device, now or soon. */
async function kept(page: Page, many: number, why = 'so many are kept'): Promise<void> {
  const found = await page.evaluate(async (many) => {
    const count = async (): Promise<number> => (await (await caches.open('pictures')).keys()).length
    for (let frame = 0; frame < 600 && (await count()) !== many; frame += 1) await new Promise(requestAnimationFrame)
    return count()
  }, many)
  assert.equal(found, many, why)
}
