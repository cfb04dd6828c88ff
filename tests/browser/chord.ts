import type { Page } from 'playwright-core'

/** Presses keys that belong together without waiting for each, as fingers do: a slow machine is no slow person. */
export async function chord(page: Page, ...keys: readonly string[]): Promise<void> {
  await Promise.all(keys.map((key) => page.keyboard.press(key)))
}
