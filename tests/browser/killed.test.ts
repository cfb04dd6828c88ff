import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type BrowserContext, type Page, chromium } from 'playwright-core'
import { chromiumPath } from '#platform/testing/chromium.ts'
import { signIn, tellAsking } from './asking.ts'
import { everythingKept } from './kept.ts'

const KEPT = 'We roll back, and then we look at what the writer did with the rows.'
const TYPED = `${KEPT} ${'And then the next ones. '.repeat(300)}`

test('nothing that was kept is lost when the whole browser is killed while somebody types', async (t) => {
  const { baton, url } = await tellAsking(t)
  const folder = await mkdtemp(join(tmpdir(), 'baton-profile-'))
  const begun: BrowserContext[] = []
  t.after(async () => {
    await Promise.all(begun.map((context) => context.close()))
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  })
  const start = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await startBrowser({ folder, url, at: baton.clock.now() })
    begun.push(context)
    // What is written is on this device alone.
    await context.route('**/api/v1/drafts/**', (route) => route.abort())
    const page = context.pages()[0] ?? (await context.newPage())
    // Sessions reach the disk later than drafts.
    await context.clearCookies()
    await page.goto('/threads/1')
    await signIn(page, 'ben')
    await page.goto('/threads/1')
    return { context, page }
  }

  const { context, page } = await start()
  const typing = page.getByRole('textbox', { name: 'Your reply' }).pressSequentially(TYPED)
  await Promise.all([typing.catch(() => null), keptOf(page, KEPT).then(() => kill(context))])
  const again = await start()
  await again.page.waitForFunction((text) => document.querySelector('textarea')?.value.startsWith(text), KEPT)
  const found = await again.page.getByRole('textbox', { name: 'Your reply' }).inputValue()
  assert.ok(TYPED.startsWith(found), found)
  assert.notEqual(found, TYPED, 'it was killed while they typed')
})

/** A browser whose things outlive it, in a folder. */
async function startBrowser({ folder, url, at }: { folder: string; url: string; at: Temporal.Instant }): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(folder, {
    ...(await chromiumPath()),
    headless: true,
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
  })
  context.setDefaultTimeout(20_000)
  await context.clock.setFixedTime(at.epochMilliseconds)
  return context
}

/** This text is on the device, where it is safe at once: not only in the storages of the window, which come first. */
async function keptOf(page: Page, text: string): Promise<void> {
  const kept = async (): Promise<string> => JSON.stringify((JSON.parse(await everythingKept(page)) as unknown[]).slice(2))
  while (!(await kept()).includes(text)) await page.evaluate(() => new Promise(requestAnimationFrame))
}

/** The process of the browser ends at once, without a word to it. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession()
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] }
  const id = processInfo.find(({ type }) => type === 'browser')?.id
  assert.ok(id)
  const closed = context.waitForEvent('close')
  process.kill(id, 'SIGKILL')
  await closed
}
