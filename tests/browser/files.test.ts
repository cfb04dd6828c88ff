import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { openBaton } from './browser.ts'

const picture = (width = 1200, height = 800): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#4a7' } })
    .png()
    .toBuffer()

interface Given {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** Lets files be pasted into, or dropped on, where something is written. */
async function give(page: Page, how: 'paste' | 'drop', files: readonly Given[]): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }))
  await page.getByRole('region', { name: 'Your reply' }).evaluate(
    (element, { kind, all }) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of all)
        data.items.add(new File([Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)], name, { type }))
      const init = { bubbles: true, cancelable: true }
      const event =
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: data })
          : new DragEvent('drop', { ...init, dataTransfer: data })
      element.querySelector('textarea')?.dispatchEvent(event)
    },
    { kind: how, all: given },
  )
}

const here = (page: Page, name: string) => page.getByRole('button', { name: `Take ${name} away` })

for (const width of [1440, 390]) {
  test(`files are pasted, dropped and chosen, posted, seen and opened, ${width} px wide`, async (t) => {
    const { baton, complaints, open } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
    const ann = await baton.setup()
    await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
    await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Pictures', body: 'Which of them?' })
    const page = await open({ as: ann, width, height: 900 })
    await page.goto('/threads/1')
    await page.getByLabel('Your reply').last().fill('These three.')

    await give(page, 'paste', [{ name: 'screen.png', type: 'image/png', bytes: await picture() }])
    await here(page, 'screen.png').waitFor()
    await give(page, 'drop', [
      { name: '計画.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') },
      { name: `${'very long '.repeat(30)}.txt`, type: 'text/plain', bytes: Buffer.from('long') },
    ])
    await here(page, '計画.pdf').waitFor()
    await page.setInputFiles('input[type=file]', { name: 'unwanted.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await here(page, 'unwanted.txt').click()
    await page.getByLabel('What screen.png shows').fill('A green field')

    // A draft keeps what is there.
    await page.reload()
    await here(page, 'screen.png').waitFor()
    await page.getByRole('button', { name: 'Send', exact: true }).click()

    const post = page.getByRole('article').nth(1)
    const image = post.getByRole('img', { name: 'A green field' })
    await image.waitFor()
    assert.ok((await image.evaluate((element) => (element as HTMLImageElement).naturalWidth)) > 0 || (await loaded(page)))
    await post.getByRole('link', { name: /計画\.pdf/ }).waitFor()
    assert.equal(await post.getByText('unwanted.txt').count(), 0)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'nothing hangs out of the window')

    await image.focus().catch(() => {})
    await post.getByRole('button', { name: 'A green field' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'screen.png' })
    await dialog.getByRole('img', { name: 'A green field' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })

    const download = page.waitForEvent('download')
    await post.getByRole('link', { name: /計画\.pdf/ }).click()
    assert.equal((await download).suggestedFilename(), '計画.pdf')
    // The page was left while its draft was sent: that it came is learnt by a refusal.
    assert.deepEqual(
      complaints.filter((text) => !text.includes('status of 412')),
      [],
    )
    assert.deepEqual(baton.faults, [])
  })
}

async function loaded(page: Page): Promise<boolean> {
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.files__pic img')].every((one) => one.naturalWidth > 0))
  return true
}

test('an upload waits while there is no network, and goes on where it was', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Files', body: 'Here.' })
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  await page.getByLabel('Your reply').last().fill('One.')
  let cuts = 2
  await page.route('**/api/v1/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH' || cuts === 0) return route.continue()
    cuts -= 1
    return route.abort('internetdisconnected')
  })
  await give(page, 'paste', [{ name: 'a.txt', type: 'text/plain', bytes: Buffer.alloc(50_000, 'a') }])
  await page.getByText('Goes on when online').waitFor()
  await page.getByRole('button', { name: 'Send', exact: true, disabled: true }).waitFor()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await here(page, 'a.txt').waitFor()
  assert.equal(cuts, 0)
  await page.getByRole('button', { name: 'Send', exact: true, disabled: false }).waitFor()
})

test('what is too large says so, and can be taken away', async (t) => {
  const { baton, open } = await openBaton(t, { at: '2026-11-23T10:00:00Z' })
  const ann = await baton.setup()
  await baton.call(ann, 'POST', '/spaces', { slug: 'ops', name: 'Ops' })
  await baton.call(ann, 'POST', '/threads', { space: 'ops', title: 'Files', body: 'Here.' })
  const page = await open({ as: ann })
  await page.goto('/threads/1')
  await give(page, 'drop', [{ name: 'film.bin', type: '', bytes: Buffer.alloc(1024 * 1024 + 1) }])
  await page.getByText('Files may have at most 1 MB here.').waitFor()
  await page.getByRole('button', { name: 'Cancel film.bin' }).click()
  await page.getByText('film.bin').waitFor({ state: 'hidden' })
})
