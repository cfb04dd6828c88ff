import assert from 'node:assert/strict'
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openBaton, webFolder } from './browser.ts'
import { pagesKept } from './kept.ts'

const away = /ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED|INCOMPLETE_CHUNKED_ENCODING)/

test('Baton can be installed: it says its name, its icons and where it begins', async (t) => {
  const { baton, url, open } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann, installs: true })
  await page.goto('/')
  const session = await page.context().newCDPSession(page)
  const { errors, data } = await session.send('Page.getAppManifest')
  assert.deepEqual(errors, [])
  const manifest = JSON.parse(data ?? '') as { name: string; display: string; icons: { src: string }[]; shortcuts: { url: string }[] }
  assert.deepEqual([manifest.name, manifest.display], ['Baton', 'standalone'])
  for (const { src } of manifest.icons) {
    const icon = await page.request.get(src)
    assert.match(icon.headers()['content-type'] ?? '', /^image\/(png|svg\+xml)$/)
  }
  for (const shortcut of manifest.shortcuts) assert.equal((await page.request.get(shortcut.url)).status(), 200)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  assert.deepEqual(
    installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
    [],
  )
  const worker = await page.request.get(`${url}/sw.js`)
  assert.equal(worker.headers()['cache-control'], 'no-cache')
  assert.match(worker.headers()['content-security-policy'] ?? '', /worker-src 'self'/)
})

test('once it was open, every page opens without the server, also those that were never opened', async (t) => {
  const { baton, open, away: leave, back, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann, installs: true })
  await page.goto('/')
  await pagesKept(page)
  assert.deepEqual(await page.evaluate(() => caches.keys().then((names) => names.length)), 1)
  await leave()
  for (const path of ['/', '/inbox', '/threads/new', '/settings', '/people', '/settings/hours', '/rotations', '/search']) {
    await page.goto(path)
    await page.locator('main :is(h1, .empty)').first().waitFor()
  }
  const gone = await page.evaluate(() => fetch('/api/v1/me').then(String, () => 'refused'))
  assert.equal(gone, 'refused', 'what the API answers is not kept by the worker')
  await back()
  await page.goto('/inbox')
  await page.getByText('Nothing waits for you').waitFor()
  assert.deepEqual(
    complaints.filter((text) => !away.test(text)),
    [],
  )
})

test('a new release waits until it is wanted; nobody gets pages of two; the old one goes when no window uses it', async (t) => {
  const { baton, open, release, complaints } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const first = await open({ as: ann, installs: true })
  await first.goto('/')
  await pagesKept(first)
  const second = await first.context().newPage()
  await second.goto('/')
  const old = await releaseOf(first)

  await release(await anotherRelease(t))
  await second.reload()
  assert.equal(await releaseOf(second), old, 'two windows are open, and nobody has asked for it')
  const told = first.getByText('A new version is ready.')
  await Promise.all([told.waitFor(), second.getByText('A new version is ready.').waitFor()])
  await first.getByRole('link', { name: 'Inbox' }).click()
  await first.getByText('Nothing waits for you').waitFor()

  await first.getByRole('button', { name: 'Reload' }).click()
  await first.waitForFunction((old) => document.querySelector<HTMLMetaElement>('meta[name="baton-release"]')?.content !== old, old)
  await first.getByRole('link', { name: 'Spaces' }).click()
  await first.getByRole('heading', { name: 'Spaces' }).first().waitFor()
  await second.getByRole('link', { name: 'People' }).click()
  await second.getByRole('heading', { name: 'People' }).first().waitFor()
  assert.equal(await releaseOf(second), old, 'a window goes on with the pages it began with')
  assert.equal(await kept(first), 2)

  await second.getByRole('button', { name: 'Reload' }).click()
  await second.waitForFunction((old) => document.querySelector<HTMLMetaElement>('meta[name="baton-release"]')?.content !== old, old)
  await second.evaluate(async () => {
    while ((await caches.keys()).length > 1) await new Promise(requestAnimationFrame)
  })
  assert.deepEqual(complaints, [])
})

test('whoever opens the only window anew gets the new release without being asked', async (t) => {
  const { baton, open, release } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann, installs: true })
  await page.goto('/')
  await pagesKept(page)
  const old = await releaseOf(page)
  await release(await anotherRelease(t))
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await page.getByText('A new version is ready.').waitFor()
  await page.reload()
  await page.waitForFunction((old) => {
    const now = document.querySelector<HTMLMetaElement>('meta[name="baton-release"]')?.content
    return now !== undefined && now !== old
  }, old)
})

test('a release that does not take over when it could keeps nobody from what is there', async (t) => {
  const { baton, open, release } = await openBaton(t, { at: '2026-11-23T12:00:00Z' })
  const ann = await baton.setup()
  const page = await open({ as: ann, installs: true })
  await page.goto('/')
  await pagesKept(page)
  const old = await releaseOf(page)
  const folder = await anotherRelease(t)
  const worker = await readFile(join(folder, 'sw.js'), 'utf8')
  assert.ok(worker.includes('.skipWaiting()'))
  await writeFile(join(folder, 'sw.js'), worker.replaceAll('.skipWaiting()', '.toString()'))
  await release(folder)
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await page.getByText('A new version is ready.').waitFor()
  await page.reload()
  await page.getByText('A new version is ready.').waitFor()
  assert.equal(await releaseOf(page), old)
})

const kept = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length)

const releaseOf = (page: Page): Promise<string | null> => page.locator('meta[name="baton-release"]').getAttribute('content')

/** The same pages by other names, so that whoever asks for one of the old names is not given it. */
async function anotherRelease(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-release-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  await cp(webFolder, folder, { recursive: true, filter: (path) => !path.endsWith('.br') })
  const id = /baton-release" content="(\w+)"/.exec(await readFile(join(folder, 'index.html'), 'utf8'))?.[1] ?? ''
  const names = await readdir(join(folder, 'assets'))
  const other = (name: string): string => name.replace(/-[\w-]{8}(\.\w+)$/, '-otherone$1')
  const texts = [...names.map((name) => `assets/${name}`), 'index.html', 'sw.js'].filter((name) => !name.endsWith('.woff2'))
  for (const name of texts) {
    const text = await readFile(join(folder, name), 'utf8')
    await writeFile(
      join(folder, name),
      names.reduce((text, name) => text.replaceAll(name, other(name)), text).replaceAll(id, 'another0release0'),
    )
  }
  for (const name of names) await rename(join(folder, 'assets', name), join(folder, 'assets', other(name)))
  return folder
}
