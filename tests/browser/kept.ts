import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { webFolder } from './browser.ts'

/** Every page of the release is on the device with its texts in this language, and opened from there. */
export async function pagesKept(page: Page, language = 'en'): Promise<void> {
  const isOther = (name: string): boolean => /^[a-z]{2}-(first|rest|guide)-/.test(name) && !name.startsWith(`${language}-`)
  const names = (await readdir(join(webFolder, 'assets'))).filter((name) => !name.endsWith('.br') && !isOther(name))
  await page.evaluate(async (names) => {
    for (const name of names) while (!(await caches.match(`/assets/${name}`))) await new Promise(requestAnimationFrame)
    await navigator.serviceWorker.ready
  }, names)
}

/** Answers of these endpoints are on the device. */
export async function answersKept(page: Page, ...names: readonly string[]): Promise<void> {
  await page.evaluate(async (names) => {
    const ids = (): Promise<string> =>
      new Promise((resolve) => {
        const opening = indexedDB.open('baton')
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
        opening.addEventListener('error', () => resolve(''))
        opening.addEventListener('success', () => {
          const found = opening.result.transaction('answers').objectStore('answers').getAllKeys()
          found.addEventListener('success', () => {
            opening.result.close()
            resolve(JSON.stringify(found.result))
          })
        })
      })
    for (const name of names) while (!(await ids()).includes(name)) await new Promise(requestAnimationFrame)
  }, names)
}

/** All text that this browser keeps for the address, wherever it keeps it. */
export function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }]
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open(name)
        opening.addEventListener('success', () => resolve(opening.result))
      })
      for (const store of database.objectStoreNames)
        kept.push(
          await new Promise((resolve) => {
            const all = database.transaction(store).objectStore(store).getAll()
            all.addEventListener('success', () => resolve(all.result))
          }),
        )
      database.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) kept.push(request.url, await (await cache.match(request))?.text())
    }
    return JSON.stringify(kept)
  })
}

/** Nothing waits on the device to be sent any more. */
export async function nothingWaits(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const count = (): Promise<number> =>
      new Promise((resolve) => {
        const opening = indexedDB.open('baton')
        opening.addEventListener('success', () => {
          const found = opening.result.transaction('outbox').objectStore('outbox').count()
          found.addEventListener('success', () => {
            opening.result.close()
            resolve(found.result)
          })
        })
      })
    while ((await count()) > 0) await new Promise(requestAnimationFrame)
  })
}

/** The process of a page ends at once, without a word to it. */
export async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => null)
  await crashed
  await page.close()
}
