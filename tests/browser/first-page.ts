import type { Page } from 'playwright-core'

/** Keeps a page busy in the eyes of its browser, so that what can wait does not begin, however slow the machine is. Answers what ends that. */
export async function holdIdle(page: Page): Promise<() => Promise<void>> {
  await page.addInitScript(() => {
    const idle = Promise.withResolvers<void>()
    window.requestIdleCallback = (work) => {
      void idle.promise.then(() => work({ didTimeout: false, timeRemaining: () => 50 }))
      return 0
    }
    Reflect.set(window, 'beIdle', idle.resolve)
  })
  return () => page.evaluate(() => (Reflect.get(window, 'beIdle') as () => void)())
}
